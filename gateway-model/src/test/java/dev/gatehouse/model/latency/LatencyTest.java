package dev.gatehouse.model.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.SheetReader;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LatencyTest {
    private static final Facts FACTS = Facts.bundled();

    private static Latency of(String design) {
        return of(design, FACTS);
    }

    private static Latency of(String design, Facts facts) {
        Topology topology = Designs.of(design).orElseThrow().realize(Specs.riskModels(), facts);
        return Latency.of(topology, topology.paths().get(0));
    }

    /**
     * By hand, in ms: firewall 0.5–3, REST API 5–20, link 1–5, ALB 1–5, NLB 0.1–0.5, ingress 0.5–2; another zone 0–1
     * behind ALB, NLB and ingress each. Design 1: 0.5 + 5 + 1 + 0.1 = 6.6 to 3 + 20 + 5 + 0.5 + 1 = 29.5.
     */
    @ParameterizedTest
    @CsvSource({
        "apigateway-nlb, 6600, 29500",
        "apigateway-nlb-ambassador, 7100, 32500",
        "nlb-ambassador, 600, 4500",
        "route53-alb-nlb-ambassador, 2100, 13500",
        "accelerator-alb-nlb-ambassador, 2100, 13500"
    })
    void intervals_of_hops_add_up(String design, long lowMicros, long highMicros) {
        Latency latency = of(design);

        assertThat(latency.low()).contains(Duration.ofNanos(lowMicros * 1000));
        assertThat(latency.high()).contains(Duration.ofNanos(highMicros * 1000));
        assertThat(latency.evidence().orElseThrow().kind()).isEqualTo(Evidence.Kind.ASSUMED);
    }

    /**
     * By hand: 4a against 2 without the firewall, NLB and ingress of both: ALB 1 to 6 against REST API and link 6 to
     * 25: the one ends where the other begins. 3 against 2: nothing against 6.5 to 28.
     */
    @ParameterizedTest
    @CsvSource({
        "nlb-ambassador, apigateway-nlb-ambassador, FASTER",
        "nlb-ambassador, route53-alb-nlb-ambassador, FASTER",
        "apigateway-nlb, apigateway-nlb-ambassador, FASTER",
        "apigateway-nlb-ambassador, apigateway-nlb, SLOWER",
        "route53-alb-nlb-ambassador, apigateway-nlb-ambassador, FASTER",
        "route53-alb-nlb-ambassador, accelerator-alb-nlb-ambassador, UNDECIDED",
        "nlb-ambassador, nlb-ambassador, SAME"
    })
    void what_two_paths_share_cancels(String one, String other, Race race) {
        assertThat(of(one).against(of(other))).isEqualTo(race);
    }

    @Test
    void the_gain_of_an_accelerator_is_no_interval_of_a_hop_and_it_is_named() {
        assertThat(of("accelerator-alb-nlb-ambassador").without()).containsExactly(HopKind.GLOBAL_ACCELERATOR);
        assertThat(of("route53-alb-nlb-ambassador").without()).isEmpty();
    }

    /** With a REST API at 4 ms it adds 5 to 9 with its link, and the ALB 1 to 6; with the ALB at 1.5 ms 1.5 to 2.5. */
    @Test
    void a_measurement_of_ones_own_narrows_the_interval_and_decides() {
        Facts quickRest = with(FACTS, "rest-api", "4 ms");
        Facts both = with(quickRest, "application-load-balancer", "1.5 ms");

        assertThat(of("route53-alb-nlb-ambassador", quickRest).against(of("apigateway-nlb-ambassador", quickRest)))
                .isEqualTo(Race.UNDECIDED);
        assertThat(of("route53-alb-nlb-ambassador", both).against(of("apigateway-nlb-ambassador", both)))
                .isEqualTo(Race.FASTER);
    }

    /** By hand: 7.1 to 32.5 ms are 25.4 wide; with the REST API at 4 ms 6.1 to 16.5 are 10.4 wide: 15 less. */
    @Test
    void a_measurement_of_ones_own_says_by_how_much_it_narrows() {
        Latency assumed = of("apigateway-nlb-ambassador");
        Latency measured = of("apigateway-nlb-ambassador", with(FACTS, "rest-api", "4 ms"));

        assertThat(assumed.before()).isEmpty();
        assertThat(assumed.narrowedBy()).isEmpty();
        assertThat(measured.before()).isEqualTo(assumed.interval());
        assertThat(measured.interval()).hasToString("Optional[6.1 to 16.5 ms]");
        assertThat(measured.narrowedBy()).contains(Duration.ofMillis(15));
    }

    @Test
    void a_measurement_that_is_wider_than_the_assumption_widens_and_says_so() {
        assertThat(of("nlb-ambassador", with(FACTS, "ambassador", "0.5 ms to 4 ms"))
                        .narrowedBy())
                .contains(Duration.ofMillis(-2));
    }

    private static Facts with(Facts facts, String kind, String added) {
        String own = """
                kind: %s
                latency:
                  - { id: added, text: Measured by ourselves, value: %s, reason: our own run, source: { measured: run-7 } }
                """.formatted(kind, added);
        return facts.with(SheetReader.read("own.yaml", own.getBytes(StandardCharsets.UTF_8), facts.kinds())
                .sheets());
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void an_interval_runs_upward_and_a_race_turned_round_is_its_opposite(PlatformSpec spec) {
        for (Design one : Designs.all()) {
            for (Design other : Designs.all()) {
                Latency a = first(one.realize(spec, FACTS));
                Latency b = first(other.realize(spec, FACTS));

                assertThat(a.low().orElseThrow()).isLessThanOrEqualTo(a.high().orElseThrow());
                assertThat(b.against(a)).isEqualTo(opposite(a.against(b)));
            }
        }
    }

    private static Latency first(Topology topology) {
        EntryPath path = topology.paths().get(0);
        return Latency.of(topology, path);
    }

    private static Race opposite(Race race) {
        return switch (race) {
            case FASTER -> Race.SLOWER;
            case SLOWER -> Race.FASTER;
            case SAME, UNDECIDED -> race;
        };
    }
}
