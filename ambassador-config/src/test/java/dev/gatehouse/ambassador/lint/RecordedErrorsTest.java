package dev.gatehouse.ambassador.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Emissary's own compiler complained of is found by rules. */
class RecordedErrorsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    record Recording(String id, String input, List<String> errors) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Recording> recordings_with_errors() {
        return Stream.of("emissary-routes.jsonl", "emissary-routes-wide.jsonl")
                .flatMap(RecordedErrorsTest::read)
                .filter(recording -> !recording.errors().isEmpty());
    }

    private static Stream<Recording> read(String file) {
        try (InputStream in = RecordedErrorsTest.class.getResourceAsStream("/oracle/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(RecordedErrorsTest::recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recording recording(String line) {
        JsonNode json = MAPPER.readTree(line);
        List<String> errors =
                json.get("errors").valueStream().map(JsonNode::asString).toList();
        return new Recording(json.get("id").asString(), json.get("input").asString(), errors);
    }

    @ParameterizedTest
    @MethodSource("recordings_with_errors")
    void every_error_is_explained_by_a_finding_about_its_culprit(Recording recording) {
        Manifests manifests = Manifests.read(List.of(Source.of(recording.id(), recording.input())));
        List<Finding> lint = Lint.of(manifests);
        Set<String> found = Stream.concat(lint.stream(), manifests.findings().stream())
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(Finding::subject)
                .collect(Collectors.toSet());

        List<Problem> problems = EmissaryRoutes.of(manifests).problems();

        assertThat(problems.stream().map(Problem::filedUnder)).containsAll(recording.errors());
        assertThat(problems)
                .allSatisfy(
                        problem -> assertThat(found).contains(problem.culprit().subject()));
        assertThat(lint).noneMatch(finding -> finding.rule().equals(Unexplained.ABOUT.id()));
    }
}
