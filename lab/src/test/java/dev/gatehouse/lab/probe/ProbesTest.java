package dev.gatehouse.lab.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the comparison that a probe can check agrees with what the lab shows. */
class ProbesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static Stream<Arguments> everyDesignOfEveryExample() {
        return Specs.examples().entrySet().stream()
                .flatMap(spec -> Designs.all().stream()
                        .map(design ->
                                Arguments.of(Named.of(design.id(), design), Named.of(spec.getKey(), spec.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("everyDesignOfEveryExample")
    void every_cell_agrees_with_the_lab(Design design, PlatformSpec spec) {
        agrees(answer(design, spec, TODAY));
    }

    /** An entry without models of its own, such as one for administration only, has no client that could try it. */
    private static boolean servesModels(PlatformSpec spec, Cell cell) {
        return cell.entry().isEmpty()
                || spec.entries().stream()
                        .filter(entry -> cell.entry().get().equals(entry.name()))
                        .anyMatch(entry -> !spec.modelsOf(entry).isEmpty());
    }

    /** What the comparison says of one design, held against the path of another. */
    @Test
    void a_cell_that_is_wrong_is_told_on_every_clock() {
        DesignAnswer carries = only("websocket", "nlb-ambassador");
        DesignAnswer refuses = only("websocket", "apigateway-nlb-ambassador");

        assertThat(Probes.run(with(carries, refuses.cells())))
                .singleElement()
                .satisfies(result -> assertThat(result.observed()).isEqualTo(Observed.KEPT))
                .satisfies(result -> assertThat(result.agreed()).isFalse());
        assertThat(Probes.run(with(refuses, carries.cells())))
                .singleElement()
                .satisfies(result -> assertThat(result.observed()).isEqualTo(Observed.NOT_KEPT))
                .satisfies(result -> assertThat(result.agreed()).isFalse());
    }

    private static DesignAnswer only(String row, String design) {
        DesignAnswer all = answer(Designs.of(design).orElseThrow(), Specs.llmGateway(), TODAY);
        return with(all, all.row(row));
    }

    private static DesignAnswer with(DesignAnswer path, List<Cell> cells) {
        return new DesignAnswer(path.topology(), cells, path.limits(), path.measures(), path.findings());
    }

    private static DesignAnswer answer(Design design, PlatformSpec spec, LocalDate asOf) {
        return Comparison.of(spec, Facts.bundled(), List.of(design), asOf, TODAY)
                .designs()
                .get(0);
    }

    private static void agrees(DesignAnswer answer) {
        List<ProbeResult> results = Probes.run(answer);

        assertThat(results.stream().filter(result -> !result.agreed())).isEmpty();
        for (Cell cell : answer.cells()) {
            boolean probed = cell.state() != State.NOT_ASKED
                    && cell.state() != State.UNKNOWN
                    && Probes.rows().contains(cell.row())
                    && servesModels(answer.topology().spec(), cell);
            assertThat(results.stream().anyMatch(result -> isOf(result, cell)))
                    .as("a result for " + cell.row() + " " + cell.entry() + " " + cell.model())
                    .isEqualTo(probed);
        }
    }

    @Test
    void each_row_is_proven_by_a_probe_or_by_a_page_and_the_page_of_probes_says_which() throws IOException {
        Set<String> rows = new TreeSet<>();
        Specs.byName()
                .values()
                .forEach(spec -> rows.addAll(Comparison.of(
                                spec, Facts.bundled(), List.of(Designs.all().get(0)), TODAY, TODAY)
                        .rows()));
        List<String> probed = Probes.rows();
        List<String> paged = List.copyOf(Probes.rowsOnlyAPageProves().keySet());
        System.out.println("only a page proves " + paged);

        assertThat(paged).containsExactly("fixed-address", "availability", "monthly-cost", "concurrency", "throttle");
        assertThat(Stream.concat(probed.stream(), paged.stream()).sorted()).containsExactlyElementsOf(rows);
        String page = Files.readString(Path.of("..", "docs", "probes.md"));
        int half = page.indexOf("## Rows that only a page proves");
        assertThat(listed(page.substring(0, half))).containsExactlyElementsOf(probed);
        assertThat(listed(page.substring(half))).containsExactlyElementsOf(paged);
    }

    private static List<String> listed(String table) {
        return Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
                .matcher(table)
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    private static boolean isOf(ProbeResult result, Cell cell) {
        return result.row().equals(cell.row())
                && cell.entry().map(result.entry()::equals).orElse(true)
                && cell.model().map(result.model()::equals).orElse(true);
    }
}
