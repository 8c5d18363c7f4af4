package dev.gatehouse.model.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EvidenceTest {
    private static final Evidence FRESH = new Published("https://example.com/a", LocalDate.of(2026, 11, 22));
    private static final Evidence STALE = new Published("https://example.com/b", LocalDate.of(2025, 1, 1));
    private static final List<Evidence> STRONGEST_FIRST =
            List.of(FRESH, STALE, new Granted("case 17"), new Measured("run-7"), new Assumed("somebody said so"));

    @Test
    void an_answer_is_as_weak_as_the_weakest_it_rests_on() {
        for (int strong = 0; strong < STRONGEST_FIRST.size(); strong++) {
            for (int weak = strong; weak < STRONGEST_FIRST.size(); weak++) {
                Evidence one = STRONGEST_FIRST.get(strong);
                Evidence other = STRONGEST_FIRST.get(weak);

                assertThat(Evidence.weakest(List.of(one, other))).isEqualTo(other);
                assertThat(Evidence.weakest(List.of(other, one))).isEqualTo(other);
            }
        }
    }

    @Test
    void of_two_equally_weak_the_first_is_named() {
        assertThat(Evidence.weakest(List.of(new Assumed("first"), FRESH, new Assumed("second"))))
                .isEqualTo(new Assumed("first"));
    }

    @Test
    void an_answer_that_rests_on_nothing_has_no_evidence() {
        assertThatIllegalArgumentException().isThrownBy(() -> Evidence.weakest(List.of()));
    }

    @Test
    void evidence_is_described_in_one_phrase() {
        assertThat(STRONGEST_FIRST)
                .extracting(Evidence::described)
                .containsExactly(
                        "published, https://example.com/a, checked 2026-11-22",
                        "published, https://example.com/b, checked 2025-01-01",
                        "granted, case 17",
                        "measured, run run-7",
                        "assumed: somebody said so");
    }
}
