package dev.gatehouse.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RulesPageTest {
    @Test
    void every_rule_about_sheets_has_a_line_on_the_page_of_rules() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/rules.md"));

        assertThat(Arrays.stream(FactRules.class.getDeclaredFields()).map(SheetFindingsTest::text))
                .allSatisfy(rule -> assertThat(lines).anyMatch(line -> line.startsWith("| " + rule + " |")));
    }
}
