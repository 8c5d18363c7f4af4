package dev.gatehouse.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A fact that is taken from its sheet makes answers unknown, not wrong: for every fact of the sheets, every design and
 * every example, without the fact each cell says the same as before or that it does not know.
 */
final class FactRemovalTest {
    private static final Facts FACTS = Facts.bundled();
    private static final Collection<PlatformSpec> SPECS = Specs.examples().values();

    /** Where a cell stands; per model also where all models share one. */
    private record Where(String spec, String design, String row, String entry, String model) {}

    @Test
    void without_a_fact_a_cell_says_the_same_or_that_it_does_not_know() {
        Map<Where, Outcome> with = cells(FACTS);
        Map<String, Set<String>> wrong = FACTS.everything()
                .parallel()
                .map(fact -> Map.entry(fact, differences(with, FACTS.without(fact))))
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toMap(
                        each -> each.getKey().id().toString(), Map.Entry::getValue, (one, other) -> one, TreeMap::new));

        assertThat(wrong).isEmpty();
    }

    private static Set<String> differences(Map<Where, Outcome> with, Facts facts) {
        Set<String> differences = new LinkedHashSet<>();
        Map<Where, Outcome> without = cells(facts);
        with.forEach((where, before) -> {
            Outcome after = without.get(where);
            if (after == null || !(after.equals(before) || after instanceof Unknown)) {
                differences.add(where.row() + " in " + where.design() + ": " + before + " became " + after);
            }
        });
        return differences;
    }

    private static Map<Where, Outcome> cells(Facts facts) {
        Map<Where, Outcome> cells = new LinkedHashMap<>();
        for (PlatformSpec spec : SPECS) {
            for (Design design : Designs.all()) {
                Topology topology = design.realize(spec, facts);
                for (Cell cell : new CellFold(topology).cells()) {
                    models(spec, cell)
                            .forEach(model -> cells.put(
                                    new Where(
                                            spec.name(),
                                            design.id(),
                                            cell.row(),
                                            cell.entry().orElse(""),
                                            model),
                                    cell.outcome()));
                }
            }
        }
        return cells;
    }

    private static List<String> models(PlatformSpec spec, Cell cell) {
        return cell.model().map(List::of).orElseGet(() -> {
            List<String> all = new ArrayList<>(List.of(""));
            spec.models().forEach(model -> all.add(model.name()));
            return all;
        });
    }
}
