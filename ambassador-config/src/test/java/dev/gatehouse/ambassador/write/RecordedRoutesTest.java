package dev.gatehouse.ambassador.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.RouteTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Emissary's own compiler made of the same manifests. */
class RecordedRoutesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    record Recording(String id, JsonNode json) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Recording> recordings() {
        return Stream.of("emissary-routes.jsonl", "emissary-routes-wide.jsonl").flatMap(RecordedRoutesTest::read);
    }

    private static Stream<Recording> read(String file) {
        try (InputStream in = RecordedRoutesTest.class.getResourceAsStream("/oracle/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(MAPPER::readTree)
                            .map(json -> new Recording(json.get("id").asString(), json))
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void there_are_210_recordings() {
        assertThat(recordings()).hasSize(210);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void routes_equal_the_recording(Recording recording) {
        Manifests manifests = Manifests.read(
                List.of(Source.of(recording.id(), recording.json().get("input").asString())));

        RouteTable table = EmissaryRoutes.of(manifests);

        ObjectNode written = (ObjectNode) MAPPER.readTree(RoutesJson.write(table));
        assertThat(manifests.findings()).isEmpty();
        assertThat(written.remove("schema").asString()).isEqualTo("gatehouse/routes/1");
        assertThat(written).isEqualTo(recorded(recording));
    }

    private static JsonNode recorded(Recording recording) {
        ObjectNode expected = MAPPER.createObjectNode();
        expected.set("errors", recording.json().get("errors"));
        expected.set("virtualHosts", recording.json().get("virtualHosts"));
        return expected;
    }
}
