package dev.gatehouse.report.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Findings for code scanners. */
final class SarifTest {
    private static final Finding AT_A_PLACE = new Finding(
            new RuleId("GH-204"),
            Severity.ERROR,
            new Place("a folder/größe.yaml", 14, 5),
            "models.fraud",
            "too slow",
            "ends after 29 s",
            "answer sooner");
    private static final Finding OF_A_FILE = new Finding(
            new RuleId("GH-150"), Severity.NOTE, Place.ofFile("a.yaml"), "file", "empty", "", "write something");

    @Test
    void has_a_rule_for_each_result_and_a_region_where_there_is_a_line() {
        JsonNode run = JsonMapper.shared()
                .readTree(Sarif.of(List.of(AT_A_PLACE, OF_A_FILE), "1.2.3"))
                .get("runs")
                .get(0);

        JsonNode rules = run.at("/tool/driver/rules");
        assertThat(rules.values()).map(rule -> rule.get("id").asString()).containsExactly("GH-150", "GH-204");
        assertThat(run.get("results").values())
                .allSatisfy(result -> assertThat(
                                rules.get(result.get("ruleIndex").asInt()).get("id"))
                        .isEqualTo(result.get("ruleId")));
        JsonNode placed = run.at("/results/1");
        assertThat(run.at("/results/0/level").asString()).isEqualTo("error");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("a%20folder/gr%C3%B6%C3%9Fe.yaml");
        assertThat(run.at("/results/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(14);
        assertThat(placed.get("level").asString()).isEqualTo("note");
        assertThat(placed.at("/locations/0/physicalLocation/region").isMissingNode())
                .isTrue();
        assertThat(placed.at("/message/text").asString()).isEqualTo("empty\nfix: write something");
    }
}
