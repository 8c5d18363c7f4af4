package dev.gatehouse.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.Plan;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.testing.SmallSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that stands for many consumers is held to all their plans together, whoever keeps the limit. */
class CrowdTest {
    private static final Site SITE = Site.open("crowd-test", 1);
    private static final int CALLS = 12;
    private static final PlatformSpec SPEC = SmallSpec.iris().and("""
            consumers:
              identity: { public: { header: x-consumer } }
              plans: { all: { rate: 1/h, burst: 3, default: true } }
            require: { rate-limit: { on: [public], by: consumer } }
            """).spec();

    @AfterAll
    static void close() {
        SITE.close();
    }

    static List<Design> limiting() {
        return Designs.all().stream()
                .filter(design -> design.realize(SPEC, Facts.bundled()).keepings().stream()
                        .anyMatch(keeping -> keeping.requirement().word().equals("rate-limit")
                                && keeping.keeper().isPresent()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("limiting")
    void one_client_is_refused_as_one_and_passes_as_many(Design design) throws IOException {

        List<Integer> asOne = answers(design, UnhurriedLab.AT_ONCE);
        assertThat(asOne).startsWith(200);
        assertThat(asOne.get(CALLS - 1)).as("a plan answers 429, a web ACL 403").isIn(403, 429);
        assertThat(answers(design, UnhurriedLab.AT_ONCE.inCrowd(10_000))).containsOnly(200);
    }

    private static List<Integer> answers(Design design, LabOptions options) throws IOException {
        List<Integer> answers = new ArrayList<>();
        try (Lab lab = Lab.start(design.realize(SPEC, Facts.bundled()), options, ModelCluster::start, SITE)) {
            Client client = Client.of(lab).get(0);
            for (int call = 0; call < CALLS; call++) {
                try (Caller caller = Caller.of(lab, client.entry(), client.model())) {
                    answers.add(caller.call(client.method(), client.path(), client.headers(), new byte[10])
                            .status());
                }
            }
        }
        return answers;
    }

    @Test
    void some_designs_keep_the_limit() {
        assertThat(limiting()).hasSizeGreaterThan(2);
    }

    @Test
    void a_plan_holds_as_many_times_as_there_are_consumers() {
        Plan plan = new Plan("all", List.of(), true, Rate.ofPerSecond(3), 7);

        assertThat(LabOptions.standard().held(plan)).isEqualTo(plan);
        assertThat(LabOptions.standard().inCrowd(100).held(plan))
                .isEqualTo(new Plan("all", List.of(), true, Rate.ofPerSecond(300), 700));
        assertThat(LabOptions.standard().inCrowd(Integer.MAX_VALUE).held(plan).burst())
                .isEqualTo(Integer.MAX_VALUE);
        assertThatThrownBy(() -> LabOptions.standard().inCrowd(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
