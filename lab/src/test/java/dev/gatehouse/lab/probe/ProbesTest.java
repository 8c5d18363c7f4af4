package dev.gatehouse.lab.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
            assertThat(results.stream().anyMatch(result -> isOf(result, cell)))
                    .as("a result for " + cell.row() + " " + cell.entry() + " " + cell.model())
                    .isEqualTo(Probes.untried(answer.topology().spec(), cell).isEmpty());
        }
    }

    /** Not of what the spec doesn't ask for: nothing is promised there. */
    @Test
    void every_cell_of_every_design_and_example_is_tried_or_listed_with_its_reason() {
        Map<String, Integer> listed = new TreeMap<>();
        Specs.examples()
                .forEach((name, spec) -> Designs.all().forEach(design -> {
                    for (Cell cell : answer(design, spec, TODAY).cells()) {
                        Optional<String> reason =
                                Probes.untried(spec, cell).filter(none -> cell.state() != State.NOT_ASKED);
                        reason.ifPresent(why -> {
                            listed.merge(cell.row() + ": " + why, 1, Integer::sum);
                            System.out.println("untried: " + name + " " + design.id() + " " + cell.row() + " "
                                    + cell.entry().orElse("-") + " "
                                    + cell.model().orElse("-") + ": " + why);
                        });
                    }
                }));

        Set<String> expected = new TreeSet<>();
        Probes.rowsOnlyAPageProves().forEach((row, why) -> expected.add(row + ": " + why));
        expected.add("entry: the entry serves no model, so it has no client to try it");
        expected.add("private-admin: the entry serves no model, so it has no client to try it");
        assertThat(listed.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void a_row_without_a_probe_and_without_a_reason_is_not_passed_over() {
        DesignAnswer answer = only("websocket", "nlb-ambassador");
        Cell known = answer.cells().get(0);
        Cell newcomer = new Cell(
                "teleport",
                known.entry(),
                known.model(),
                known.outcome(),
                known.facts(),
                known.change(),
                known.waiver());

        assertThatThrownBy(() -> Probes.run(with(answer, List.of(newcomer))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("probes need a probe of row 'teleport'");
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
