package dev.gatehouse.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/facts.md} says what the sheets say; {@code -Dgolden.update=true} writes it anew. */
final class FactsPageTest {
    private static final Path PAGE = Path.of("../docs/facts.md");
    private static final Facts FACTS = Facts.bundled();

    @Test
    void the_page_in_the_documentation_is_that_of_the_sheets() throws IOException {
        String page = FactsPage.of(FACTS);
        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("stale: run this test with -Dgolden.update=true")
                .isEqualTo(page);
    }

    @Test
    void every_fact_stands_under_its_component_with_its_numbers_days_and_evidence() {
        String page = FactsPage.of(FACTS);

        assertThat(FACTS.everything())
                .isNotEmpty()
                .allSatisfy(fact ->
                        assertThat(section(page, fact.id().kind()).lines()).anyMatch(line -> tells(line, fact)));
    }

    private static boolean tells(String line, Fact fact) {
        return line.startsWith("| `" + fact.id().id() + "` |")
                && line.contains(FactsPage.numbers(fact))
                && fact.value().stream().allMatch(value -> line.contains(value.toString()))
                && fact.region().stream().allMatch(line::contains)
                && fact.since().stream().allMatch(day -> line.contains("since " + day))
                && fact.until().stream().allMatch(day -> line.contains("until " + day))
                && line.contains(fact.evidence().kind().word())
                && (!(fact.evidence() instanceof Published published)
                        || (line.contains("(" + published.page() + ")")
                                && line.contains(published.checked().toString())));
    }

    private static String section(String page, String kind) {
        int from = page.indexOf("<a id=\"" + kind + "\"></a>");
        assertThat(from).as(kind).isNotNegative();
        int to = page.indexOf("<a id=", from + 1);
        return to < 0 ? page.substring(from) : page.substring(from, to);
    }

    @Test
    void the_page_counts_how_the_facts_are_known() {
        long assumed = FACTS.everything()
                .map(Fact::evidence)
                .map(Evidence::kind)
                .filter(kind -> kind.word().equals("assumed"))
                .count();

        assertThat(FactsPage.of(FACTS)).contains(assumed + " assumed");
    }
}
