package dev.gatehouse.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.lab.server.ModelServer;
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
import dev.gatehouse.testing.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole path with a real Envoy: every design that has an ingress × every example. Our own: {@link WholePathTest}.
 */
class PlatformLabTest {
    private static final Map<String, String> AT_ONCE =
            Map.of(ModelServer.TIME, "1 ms", ModelServer.GAP, "1 ms", ModelServer.WHOLE, "5 ms");

    static Stream<Arguments> everyDesign() {
        return Specs.examples().entrySet().stream()
                .flatMap(spec -> Designs.all().stream()
                        .map(design ->
                                Arguments.of(Named.of(design.id(), design), Named.of(spec.getKey(), spec.getValue()))));
    }

    static Stream<Arguments> everyDesignWithAnIngress() {
        return everyDesign().filter(each -> design(each).has(HopKind.AMBASSADOR));
    }

    private static Design design(Arguments arguments) {
        return (Design) ((Named<?>) arguments.get()[0]).getPayload();
    }

    @ParameterizedTest
    @MethodSource("everyDesignWithAnIngress")
    void each_model_answers_through_a_real_envoy(Design design, PlatformSpec spec) throws IOException {
        Tool.ENVOY.path();
        answers(design.realize(spec, Facts.bundled()), Engine.ENVOY);
    }

    private static void answers(Topology topology, Engine engine) throws IOException {
        try (Lab lab = Lab.start(topology, UnhurriedLab.OPTIONS.on(engine))) {
            for (EntryPath path : topology.paths()) {
                for (Model model : topology.spec().modelsOf(path.entry())) {
                    if (model.protocol() == Protocol.HTTP) {
                        answers(lab, path, model);
                    }
                }
            }
        }
    }

    private static void answers(Lab lab, EntryPath path, Model model) throws IOException {
        try (Caller caller = Caller.of(lab, path.entry().name(), model.name())) {
            Map<String, String> headers = new LinkedHashMap<>(LabTest.headers(lab, path, model));
            headers.putAll(AT_ONCE);
            Caller.Answer answer = caller.call("POST", model.path(), headers, "{}".getBytes(StandardCharsets.UTF_8));

            assertThat(answer.status())
                    .as("%s at %s: %s", model.name(), path.entry().name(), answer)
                    .isEqualTo(200);
            assertThat(answer.header("x-model")).isEqualTo(model.name());
        }
    }
}
