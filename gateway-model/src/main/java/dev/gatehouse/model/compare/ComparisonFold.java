package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Topology;
import java.time.LocalDate;
import java.util.List;

/** Folds designs into a comparison. */
final class ComparisonFold {
    private final PlatformSpec spec;
    private final Facts facts;
    private final List<Design> designs;
    private final LocalDate asOf;
    private final LocalDate today;

    ComparisonFold(PlatformSpec spec, Facts facts, List<Design> designs, LocalDate asOf, LocalDate today) {
        this.spec = spec;
        this.facts = facts;
        this.designs = List.copyOf(designs);
        this.asOf = asOf;
        this.today = today;
    }

    Comparison comparison() {
        Facts seen = facts.asOf(asOf);
        List<DesignAnswer> answers = designs.stream()
                .map(design -> answer(design.realize(spec, seen)))
                .toList();
        return new Comparison(spec, seen, asOf, List.of(), answers, List.of(), "as of " + asOf + ", run on " + today);
    }

    private static DesignAnswer answer(Topology topology) {
        return new DesignAnswer(topology, List.of(), List.of(), List.of(), List.of());
    }
}
