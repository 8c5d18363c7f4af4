package dev.gatehouse.measurements.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.model.unit.Share;
import dev.gatehouse.testing.Specs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Rate RATE = Rate.ofPerSecond(200);

    @Test
    void the_same_seed_gives_the_same_arrivals_on_every_machine() {
        Schedule schedule = Schedule.of(mix(Map.of("a", 3L, "b", 1L)), ArrivalProcess.POISSON, RATE, TEN_SECONDS, 42);

        assertThat(schedule.sha256()).isEqualTo("01b3b47f1eb2f3612322e6870afaf1fcbaeb9511e97f7d377f6bb99f53015896");
    }

    @ParameterizedTest
    @EnumSource
    void another_seed_gives_other_requests(ArrivalProcess process) {
        Mix mix = Mix.of(Specs.riskModels());

        assertThat(Schedule.of(mix, process, RATE, TEN_SECONDS, 1).sha256())
                .isNotEqualTo(Schedule.of(mix, process, RATE, TEN_SECONDS, 2).sha256());
    }

    @Test
    void poisson_arrivals_have_exponential_gaps_of_the_wanted_mean() {
        List<Arrival> arrivals = Schedule.of(
                        mix(Map.of("a", 1L)), ArrivalProcess.POISSON, RATE, Duration.ofSeconds(500), 7)
                .arrivals();
        double[] gaps = IntStream.range(1, arrivals.size())
                .mapToDouble(
                        i -> arrivals.get(i).atNanos() - arrivals.get(i - 1).atNanos())
                .toArray();

        assertThat(arrivals).hasSizeBetween(99_000, 101_000);
        for (double quantile : new double[] {0.1, 0.5, 0.9, 0.99}) {
            double beyond = -Math.log(1 - quantile) * 5e6;
            long below = Arrays.stream(gaps).filter(gap -> gap < beyond).count();
            assertThat((double) below / gaps.length).isCloseTo(quantile, within(0.005));
        }
    }

    @Test
    void constant_arrivals_come_like_clockwork() {
        List<Arrival> arrivals = Schedule.of(mix(Map.of("a", 1L)), ArrivalProcess.CONSTANT, RATE, TEN_SECONDS, 7)
                .arrivals();

        assertThat(arrivals).hasSize(2_000);
        assertThat(arrivals).allMatch(arrival -> arrival.atNanos() == arrival.index() * 5_000_000L);
    }

    @ParameterizedTest
    @EnumSource
    void arrivals_are_in_order_and_within_the_duration(ArrivalProcess process) {
        List<Arrival> arrivals =
                Schedule.of(mix(Map.of("a", 1L)), process, RATE, TEN_SECONDS, 3).arrivals();

        assertThat(arrivals).isSortedAccordingTo(Comparator.comparingLong(Arrival::atNanos));
        assertThat(arrivals).allMatch(arrival -> arrival.atNanos() < TEN_SECONDS.toNanos());
        assertThat(arrivals)
                .map(Arrival::index)
                .isEqualTo(IntStream.range(0, arrivals.size()).boxed().toList());
    }

    @Test
    void models_are_asked_for_in_proportion_to_their_load() {
        Map<String, Long> counts = counts(mix(Map.of("a", 70L, "b", 20L, "c", 10L)));

        assertThat((double) counts.getOrDefault("a", 0L) / 40_000).isCloseTo(0.7, within(0.01));
        assertThat((double) counts.getOrDefault("b", 0L) / 40_000).isCloseTo(0.2, within(0.01));
        assertThat((double) counts.getOrDefault("c", 0L) / 40_000).isCloseTo(0.1, within(0.01));
    }

    @Test
    void a_model_without_load_is_never_asked_for() {
        assertThat(counts(mix(Map.of("a", 1L, "b", 0L)))).containsOnlyKeys("a");
    }

    @Test
    void one_model_more_takes_arrivals_and_changes_no_other() {
        List<Arrival> before = arrivals(mix(Map.of("b", 70L, "d", 30L)));
        List<Arrival> after = arrivals(mix(Map.of("a", 10L, "b", 70L, "c", 20L, "d", 30L)));

        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).atNanos()).isEqualTo(before.get(i).atNanos());
            assertThat(after.get(i).draw()).isEqualTo(before.get(i).draw());
            String model = after.get(i).traffic().model();
            assertThat(model).isIn("a", "c", before.get(i).traffic().model());
        }
        assertThat(after).anyMatch(arrival -> arrival.traffic().model().equals("a"));
    }

    @Test
    void the_order_of_models_in_the_spec_changes_nothing() {
        Traffic a = traffic("a", 70);
        Traffic b = traffic("b", 30);

        assertThat(arrivals(new Mix(List.of(a, b)))).isEqualTo(arrivals(new Mix(List.of(b, a))));
    }

    @Test
    void five_percent_of_the_requests_to_a_canary_with_a_pin_carry_it() {
        List<Arrival> arrivals = arrivals(Mix.of(Specs.riskModels()));
        List<Arrival> fraud = arrivals.stream()
                .filter(arrival -> arrival.traffic().model().equals("fraud"))
                .toList();

        assertThat((double) fraud.stream().filter(Arrival::pinned).count() / fraud.size())
                .isCloseTo(0.05, within(0.01));
        assertThat(arrivals)
                .filteredOn(Arrival::pinned)
                .allMatch(arrival -> arrival.traffic().pin().isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void the_parts_together_are_exactly_the_whole(int generators) {
        Schedule whole = Schedule.of(Mix.of(Specs.riskModels()), ArrivalProcess.POISSON, RATE, TEN_SECONDS, 9);
        List<Arrival> together = new ArrayList<>();
        for (int number = 0; number < generators; number++) {
            Schedule part = whole.part(new Part(number, generators));
            assertThat(part.sha256()).isEqualTo(whole.sha256());
            assertThat(part.arrivals().size())
                    .isBetween(
                            whole.arrivals().size() / generators,
                            whole.arrivals().size() / generators + 1);
            together.addAll(part.arrivals());
        }

        together.sort(Comparator.comparingInt(Arrival::index));
        assertThat(together).isEqualTo(whole.arrivals());
    }

    @Test
    void a_part_is_not_parted_again_and_a_part_that_is_none_is_refused() {
        Schedule half = Schedule.of(mix(Map.of("a", 1L)), ArrivalProcess.CONSTANT, RATE, TEN_SECONDS, 1)
                .part(new Part(0, 2));

        assertThatThrownBy(() -> half.part(new Part(0, 2))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Part(2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Part(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_schedule_of_nothing_is_refused() {
        Mix mix = mix(Map.of("a", 1L));

        assertThatThrownBy(() -> Schedule.of(mix, ArrivalProcess.CONSTANT, Rate.ZERO, TEN_SECONDS, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Schedule.of(mix, ArrivalProcess.CONSTANT, RATE, Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        Schedule.of(mix, ArrivalProcess.CONSTANT, Rate.ofPerSecond(1_000_000), Duration.ofHours(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mix(Map.of("a", 0L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mix.only(traffic -> false)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1L << 62, Long.MAX_VALUE})
    void a_draw_as_a_fraction_is_below_one(long draw) {
        assertThat(new Arrival(0, 0, traffic("a", 1), false, draw).uniform()).isBetween(0.0, Math.nextDown(1.0));
    }

    private static Map<String, Long> counts(Mix mix) {
        return Schedule.of(mix, ArrivalProcess.CONSTANT, RATE, Duration.ofSeconds(200), 5).arrivals().stream()
                .collect(Collectors.groupingBy(arrival -> arrival.traffic().model(), Collectors.counting()));
    }

    private static List<Arrival> arrivals(Mix mix) {
        return Schedule.of(mix, ArrivalProcess.POISSON, RATE, Duration.ofSeconds(50), 11)
                .arrivals();
    }

    private static Mix mix(Map<String, Long> weights) {
        return new Mix(weights.entrySet().stream()
                .map(entry -> traffic(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Traffic traffic(String model, long weight) {
        return new Traffic(
                model,
                "public",
                Rate.ofPerSecond(weight),
                DataSize.ofKilobytes(1),
                Optional.empty(),
                Share.ofPercent(0),
                false);
    }
}
