package dev.gatehouse.ambassador.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.Cluster;
import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.generate.AmbassadorConfig;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.TlsContext;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.testing.LegalPaths;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Envoy's own opinion, many configurations at a time: all are put into one, so nothing is left out. */
class EnvoyValidationTest {
    private static final Facts FACTS = Facts.bundled();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"emissary-routes.jsonl", "emissary-routes-wide.jsonl"})
    void accepts_all_recorded_inputs(String file) throws IOException, InterruptedException {
        Together all = new Together();
        List<JsonNode> recordings = lines(file);
        for (JsonNode recording : recordings) {
            String id = recording.get("id").asString();
            all.add(id + "-", bootstrap(table(id, recording.get("input").asString()), Certificates.in("none")));
        }

        assertThat(recordings).hasSizeGreaterThanOrEqualTo(60);
        assertThat(Envoys.complaint(folder, all.json())).isEmpty();
    }

    @Test
    void accepts_what_is_generated_for_every_design_and_platform()
            throws IOException, InterruptedException, GeneralSecurityException {
        Certificates.Pem pem = SelfSigned.pem(folder);
        Together all = new Together();
        for (Design design : Designs.all()) {
            for (Map.Entry<String, PlatformSpec> spec : Specs.byName().entrySet()) {
                RouteTable table = generated(design, spec.getValue());
                all.add(design.id() + "-" + spec.getKey() + "-", bootstrap(table, certificates(table, pem)));
            }
        }

        assertThat(Envoys.complaint(folder, all.json())).isEmpty();
    }

    @Test
    void accepts_what_is_generated_for_one_path_of_each_other_kind()
            throws IOException, InterruptedException, GeneralSecurityException {
        Certificates.Pem pem = SelfSigned.pem(folder);
        Together all = new Together();
        for (String path : List.of(
                "alb-ambassador",
                "nlb-alb-ambassador",
                "accelerator-nlb-ambassador",
                "cloudfront-alb-ambassador",
                "cloudfront-nlb-ambassador",
                "httpapi-nlb-ambassador",
                "apigateway-link2-alb-ambassador")) {
            Design design = DesignSpace.of(FACTS)
                    .design(path)
                    .orElseThrow(() -> new AssertionError("no path is called " + path));
            for (Map.Entry<String, PlatformSpec> spec : LegalPaths.specs().entrySet()) {
                RouteTable table = generated(design, spec.getValue());
                all.add(path + "-" + spec.getKey() + "-", bootstrap(table, certificates(table, pem)));
            }
        }

        assertThat(Envoys.complaint(folder, all.json())).isEmpty();
    }

    @Test
    void accepts_every_setting_that_is_written() throws IOException, InterruptedException, GeneralSecurityException {
        RouteTable table = Settled.everything();
        Certificates.Pem pem = SelfSigned.pem(folder);

        String json = bootstrap(table, certificates(table, pem)).json();

        assertThat(table.problems()).isEmpty();
        assertThat(Envoys.complaint(folder, json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"prefix: '/(?!x)', prefix_regex: true", "prefix: /, weight: -5", "prefix: /, timeout_ms: -5"})
    void refuses_what_freezes_the_configuration_of_emissary(String fields) throws IOException, InterruptedException {
        RouteTable table = Cluster.open()
                .mapping("good", "{prefix: /good/, hostname: '*', service: s}")
                .mapping("m1", "{" + fields + ", hostname: '*', service: s1}")
                .mapping("m2", "{" + fields.replaceFirst("weight.*", "weight: 5") + ", hostname: '*', service: s2}")
                .table();

        assertThat(Envoys.complaint(
                        folder, EnvoyBootstrap.of(table, Upstreams.none()).json()))
                .isNotEmpty();
    }

    /** On ports that the system chooses: those of the manifests are the same each time. */
    private static EnvoyBootstrap bootstrap(RouteTable table, Certificates certificates) {
        Placement placement = Placement.standard().admin(0).with(certificates);
        for (Listener listener : table.listeners()) {
            placement = placement.port(listener.port(), 0);
        }
        return EnvoyBootstrap.of(table, placement);
    }

    private static Certificates certificates(RouteTable table, Certificates.Pem pem) {
        Certificates certificates = Certificates.in("nowhere");
        for (TlsContext context : table.tlsContexts()) {
            certificates = certificates.with(context.secret(), pem);
            String authorities = new Settings(context.settings()).text("ca_secret");
            if (!authorities.isEmpty()) {
                certificates = certificates
                        .with(authorities, pem)
                        .with(authorities + "." + context.origin().namespace(), pem);
            }
        }
        return certificates;
    }

    private static RouteTable generated(Design design, PlatformSpec spec) {
        return EmissaryRoutes.of(
                Manifests.read(AmbassadorConfig.of(design.realize(spec, FACTS)).files().entrySet().stream()
                        .filter(file -> Character.isDigit(file.getKey().charAt(0)))
                        .map(file -> Source.of(file.getKey(), file.getValue()))
                        .toList()));
    }

    private static RouteTable table(String name, String yaml) {
        return EmissaryRoutes.of(Manifests.read(List.of(Source.of(name, yaml))));
    }

    private static List<JsonNode> lines(String file) {
        JsonMapper mapper = JsonMapper.builder().build();
        try (InputStream in =
                Objects.requireNonNull(EnvoyValidationTest.class.getResourceAsStream("/oracle/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(mapper::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
