package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.envoy.RawClient;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.RouteTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The 210 sets of manifests whose routes Emissary's own compiler was recorded for. */
final class RecordedInputs {
    private RecordedInputs() {}

    static List<RouteTable> tables() {
        JsonMapper mapper = JsonMapper.builder().build();
        return Stream.of("emissary-routes.jsonl", "emissary-routes-wide.jsonl")
                .flatMap(RecordedInputs::lines)
                .map(mapper::readTree)
                .map(recording -> EmissaryRoutes.of(Manifests.read(List.of(Source.of(
                        recording.get("id").asString(), recording.get("input").asString())))))
                .toList();
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(RawClient.class.getResourceAsStream("/oracle/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
