package dev.gatehouse.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every design × every example, with our own ingress and the server of the models. */
class WholePathTest {
    private static final Site SITE = Site.open("whole-path-test", 1);

    @AfterAll
    static void close() {
        SITE.close();
    }

    static Stream<Arguments> everyDesign() {
        return Specs.examples().entrySet().stream()
                .flatMap(spec -> Designs.all().stream()
                        .map(design ->
                                Arguments.of(Named.of(design.id(), design), Named.of(spec.getKey(), spec.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("everyDesign")
    void every_model_answers_each_of_its_entries(Design design, PlatformSpec spec) throws IOException {
        Topology topology = design.realize(spec, Facts.bundled());
        try (Lab lab = Lab.start(topology, UnhurriedLab.AT_ONCE, ModelCluster::start, SITE)) {
            for (EntryPath path : topology.paths()) {
                for (Model model : spec.modelsOf(path.entry())) {
                    if (model.protocol() == Protocol.HTTP) {
                        answers(lab, path, model);
                    }
                }
            }
        }
    }

    /**
     * A limiter that refuses whom it can't answer for has 100 ms, and a question to it takes two turns of the loop:
     * where each takes 120 ms, a lab on a real clock answers 500.
     */
    @Test
    void a_busy_machine_changes_no_answer() throws IOException {
        PlatformSpec spec = Specs.llmGateway();
        Topology topology = Designs.of("nlb-ambassador").orElseThrow().realize(spec, Facts.bundled());
        EntryPath path = topology.paths().get(0);
        try (Lab lab = Lab.start(topology, UnhurriedLab.AT_ONCE, ModelCluster::start, SITE)) {
            Future<?> busy =
                    SITE.loops().group().scheduleWithFixedDelay(WholePathTest::spin, 0, 1, TimeUnit.NANOSECONDS);
            try {
                answers(lab, path, spec.model("chat").orElseThrow());
            } finally {
                busy.cancel(false);
            }
        }
    }

    private static void spin() {
        long end = System.nanoTime() + Duration.ofMillis(120).toNanos();
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    private static void answers(Lab lab, EntryPath path, Model model) throws IOException {
        try (Caller caller = Caller.of(lab, path.entry().name(), model.name())) {
            Caller.Answer answer = caller.call(
                    "POST",
                    model.path(),
                    LabTest.headers(lab, path, model),
                    "{\"inputs\": []}".getBytes(StandardCharsets.UTF_8));

            assertThat(answer.status())
                    .as(model.name() + ": " + answer)
                    .isLessThan(500)
                    .isNotIn(401, 403, 404, 429);
            assertThat(answer.header("x-model")).isEqualTo(model.name());
        }
    }

    @Test
    void a_delay_at_a_hop_is_waited_for_at_that_hop() throws IOException {
        Topology topology = Designs.of("nlb-ambassador").orElseThrow().realize(Specs.iris(), Facts.bundled());
        LabOptions slow = UnhurriedLab.AT_ONCE.inject(HopKind.NETWORK_LOAD_BALANCER, Duration.ofMillis(30));
        try (Lab lab = Lab.start(topology, slow, ModelCluster::start, SITE);
                Caller caller = Caller.of(lab, "public", "iris")) {
            caller.get("/v2/models/iris/infer");
            long before = System.nanoTime();
            caller.get("/v2/models/iris/infer");

            assertThat(System.nanoTime() - before)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(30).toNanos());
        }
    }

    @Test
    void an_ingress_takes_its_routes_anew_and_a_zone_can_go() throws IOException {
        for (String id : new String[] {"nlb-ambassador", "apigateway-nlb"}) {
            Topology topology = Designs.of(id).orElseThrow().realize(Specs.iris(), Facts.bundled());
            try (Lab lab = Lab.start(topology, UnhurriedLab.AT_ONCE.inZones(2), ModelCluster::start, SITE)) {
                lab.faults().reloadRoutes();
                lab.faults().killZone(1);
                lab.faults().noticeZone(1);
                lab.faults().giveUpZone(1);
                for (int call = 0; call < 8; call++) {
                    try (Caller caller = Caller.of(lab, "public", "iris")) {
                        assertThat(caller.get("/v2/models/iris/infer").header("x-model"))
                                .isEqualTo("iris");
                    }
                }
            }
        }
    }
}
