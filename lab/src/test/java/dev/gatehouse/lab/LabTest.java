package dev.gatehouse.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.topology.ClientAddress;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every legal path × every example: each model is reached from each of its entries, and says who asked. */
class LabTest {
    private static final Site SITE = Site.open("lab-test", 1);

    @AfterAll
    static void close() {
        SITE.close();
    }

    static Stream<Arguments> everyLegalPath() {
        return Specs.examples().entrySet().stream()
                .flatMap(spec -> Designs.all().stream()
                        .map(design ->
                                Arguments.of(Named.of(design.id(), design), Named.of(spec.getKey(), spec.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("everyLegalPath")
    void every_model_is_reached_from_each_of_its_entries(Design design, PlatformSpec spec) throws IOException {
        Topology topology = design.realize(spec, Facts.bundled());
        try (Lab lab = Lab.start(topology, LabOptions.standard(), EchoCluster::new, SITE)) {
            for (EntryPath path : topology.paths()) {
                for (Model model : spec.modelsOf(path.entry())) {
                    if (model.protocol() == Protocol.HTTP) {
                        reaches(lab, path, model);
                    }
                }
            }
        }
    }

    private static void reaches(Lab lab, EntryPath path, Model model) throws IOException {
        try (Caller caller = Caller.of(lab, path.entry().name(), model.name())) {
            Caller.Answer answer = caller.call(
                    "POST", model.path(), headers(lab, path, model), "hello".getBytes(StandardCharsets.UTF_8));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.header("x-model")).isEqualTo(model.name());
            assertThat(answer.header("x-path")).isEqualTo(model.path());
            assertThat(answer.header("x-body-bytes")).isEqualTo("5");
            arrives(lab.topology(), path, model, answer);
        }
    }

    private static void arrives(Topology topology, EntryPath path, Model model, Caller.Answer answer) {
        SeamPort port = topology.seam().port(path.entry().name(), model.name()).orElseThrow();
        ClientAddress survives = topology.wires(path.entry())
                .get(path.onPath().lastIndexOf(path.lastBalancer().orElseThrow()) + 1)
                .clientAddress();
        String forwarded = answer.header("echo-x-forwarded-for");
        switch (survives) {
            case KEPT -> assertThat(answer.header("x-source")).isEqualTo(Caller.ADDRESS);
            case FORWARDED_FOR -> {
                assertThat(forwarded.split(", "))
                        .hasSizeGreaterThanOrEqualTo(port.trust().trustedHops());
                assertThat(forwarded).startsWith(Caller.ADDRESS);
            }
            case LOST, PROXY_PROTOCOL -> {
                assertThat(answer.header("x-source")).isNotEqualTo(Caller.ADDRESS);
                assertThat(forwarded).doesNotContain(Caller.ADDRESS);
            }
        }
    }

    /** What a client of the entry sends: its key, its token, what tells models apart. */
    static Map<String, String> headers(Lab lab, EntryPath path, Model model) {
        PlatformSpec spec = lab.topology().spec();
        Map<String, String> headers = new LinkedHashMap<>(model.headers());
        lab.entrance(path.entry().name()).keys().values().stream()
                .findFirst()
                .ifPresent(key -> headers.put("x-api-key", key));
        Optional<Identity> identity = spec.consumers().identity(path.entry());
        identity.filter(each -> each.by() == Identity.By.HEADER)
                .ifPresent(each -> headers.put(each.value(), "caller-1"));
        spec.requirement(Jwt.class, path.entry())
                .ifPresent(jwt -> headers.put("authorization", "Bearer " + token(lab, jwt)));
        return headers;
    }

    static String token(Lab lab, Jwt jwt) {
        return lab.tokens().token(jwt.issuer(), jwt.audience().get(0), Map.of("client_id", "app-7", "sub", "app-7"));
    }
}
