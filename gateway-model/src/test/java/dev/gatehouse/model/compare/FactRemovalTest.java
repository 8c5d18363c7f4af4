package dev.gatehouse.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.Components;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A fact that is taken from its sheet makes answers unknown, not wrong: for every fact of the sheets, every design and
 * every example, without the fact each cell says the same as before or that it does not know. Facts of a component that
 * none of the five designs has are taken from the shortest legal path that has it.
 */
final class FactRemovalTest {
    private static final Facts FACTS = Facts.bundled();
    private static final DesignSpace SPACE = DesignSpace.of(FACTS);
    private static final Set<String> EXCEPTIONS = new ConcurrentSkipListSet<>();
    private static final Collection<PlatformSpec> SPECS = Specs.examples().values();

    /** Where a cell stands; per model also where all models share one. */
    private record Where(String spec, String design, String row, String entry, String model) {}

    /** Facts without which another answer is right, by name, with the reason. */
    private static final Map<String, String> OTHER_ANSWERS = Map.of(
            "rest-api.rate-limit", "Ambassador's limiter counts instead, by its own facts",
            "ambassador.rate-limit", "the REST API in front counts instead, by its own facts",
            "rest-api.offers-certificate", "the REST API that has verified the certificate counts by itself instead",
            "region.zones",
                    "where no sheet says how many zones a Region has, that it has enough is a condition of yours");

    @Test
    void without_a_fact_a_cell_says_the_same_or_that_it_does_not_know() {
        Map<String, List<Fact>> byKind = FACTS.everything()
                .collect(Collectors.groupingBy(fact -> fact.id().kind(), TreeMap::new, Collectors.toList()));

        Map<String, Set<String>> wrong = new ConcurrentSkipListMap<>();
        Map<List<Design>, Map<Where, Outcome>> with = new ConcurrentHashMap<>();
        byKind.forEach((kind, facts) -> with.computeIfAbsent(designs(kind), designs -> cells(FACTS, designs)));
        byKind.entrySet().parallelStream().forEach(each -> {
            List<Design> designs = designs(each.getKey());
            check(designs, with.getOrDefault(designs, Map.of()), each.getValue(), wrong);
        });

        assertThat(wrong).isEmpty();
        assertThat(EXCEPTIONS)
                .as("exceptions that are some")
                .containsExactlyInAnyOrderElementsOf(OTHER_ANSWERS.keySet());
    }

    /** If the cells are the same without all of these they are so without each of them; else asks half by half. */
    private static void check(
            List<Design> designs, Map<Where, Outcome> with, List<Fact> facts, Map<String, Set<String>> wrong) {
        Map<Where, Outcome> without = cells(FACTS.without(facts), designs);
        if (without.equals(with)) {
            return;
        }
        if (facts.size() > 1) {
            check(designs, with, facts.subList(0, facts.size() / 2), wrong);
            check(designs, with, facts.subList(facts.size() / 2, facts.size()), wrong);
            return;
        }
        String name = facts.get(0).id().toString();
        Set<String> differences = differences(with, without, OTHER_ANSWERS.containsKey(name));
        if (!differences.isEmpty()) {
            wrong.put(name, differences);
        } else if (!differences(with, without, false).isEmpty()) {
            EXCEPTIONS.add(name);
        }
    }

    private static Set<String> differences(
            Map<Where, Outcome> with, Map<Where, Outcome> without, boolean anotherAnswer) {
        Set<String> differences = new LinkedHashSet<>();
        with.forEach((where, before) -> {
            Outcome after = without.get(where);
            boolean right = after != null
                    && (after instanceof Unknown
                            || after.equals(before)
                            || says(before, after)
                            || (anotherAnswer && before.state().compareTo(after.state()) <= 0));
            if (!right) {
                differences.add(where.row() + " in " + where.design() + ": " + before + " became " + after);
            }
        });
        return differences;
    }

    /**
     * Whether it says the same, in as many words or fewer: a cell that is broken already stays so by what is left, by
     * as much money at least or by as little availability at most; and a backstop or a cure may be one less.
     */
    private static boolean says(Outcome before, Outcome after) {
        if (before instanceof Broken was && after instanceof Broken is) {
            return was.why().startsWith(is.why())
                    || is.why().startsWith("at least ")
                    || is.why().contains(" asked, by service levels: ");
        }
        return before instanceof Kept was
                && after instanceof Kept is
                && new Kept(was.keeper(), List.of(), was.why(), was.conditions())
                        .equals(new Kept(is.keeper(), List.of(), is.why(), is.conditions()));
    }

    /** The study's five; for a component that only other paths have, the shortest of those. */
    private static List<Design> designs(String kind) {
        HopKind hop = new HopKind(kind);
        boolean isElsewhere = Components.KINDS.contains(hop)
                && Designs.all().stream().noneMatch(design -> design.path().contains(hop));
        return isElsewhere
                ? SPACE.designs().stream()
                        .filter(design -> design.path().contains(hop))
                        .limit(1)
                        .toList()
                : Designs.all();
    }

    private static Map<Where, Outcome> cells(Facts facts, List<Design> designs) {
        Map<Where, Outcome> cells = new LinkedHashMap<>();
        for (PlatformSpec spec : SPECS) {
            for (Design design : designs) {
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
