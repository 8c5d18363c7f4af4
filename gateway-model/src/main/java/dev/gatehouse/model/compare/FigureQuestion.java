package dev.gatehouse.model.compare;

import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.MonthlyCostAtMost;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.util.List;
import java.util.Optional;

/**
 * A promise in figures that this release does not compute: it says so instead of guessing.
 *
 * @param row the requirement's word
 * @param rule the rule of a broken cell
 * @param type the requirement
 * @param missing what is missing for an answer
 */
record FigureQuestion(String row, String rule, Class<? extends Requirement> type, String missing)
        implements Question.OfPlatform {
    static final FigureQuestion MONTHLY_COST = new FigureQuestion(
            "monthly-cost", "GH-318", MonthlyCostAtMost.class, "this release does not price a design");

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return "require." + row;
    }

    @Override
    public Optional<Answered> answer(Topology topology) {
        return topology.spec().requirements(type).isEmpty()
                ? Optional.empty()
                : Optional.of(new Answered(new Unknown(missing), List.of()));
    }
}
