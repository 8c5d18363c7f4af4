package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Durations;
import dev.gatehouse.model.unit.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether every hop waits as long as a model may take for an answer in one piece. */
final class AnswersQuestion implements Question.OfModel {
    @Override
    public String row() {
        return "answers";
    }

    @Override
    public String rule() {
        return "GH-204";
    }

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return model.map(each -> "models." + each.name() + ".answers").orElse("models");
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path, Model model) {
        return model.isStreamed() ? Optional.empty() : Optional.of(answer(topology, path, model, needed(model)));
    }

    private static Duration needed(Model model) {
        return model.atMost().orElse(Model.ASSUMED_AT_MOST);
    }

    private static Answered answer(Topology topology, EntryPath path, Model model, Duration needed) {
        Optional<Limit> bound = new Bounds(topology, path, model).answer();
        String wanted = model.name() + " answers within " + Durations.format(needed)
                + (model.atMostIsAssumed() ? " (assumed: the spec does not say)" : "");
        if (bound.isEmpty() || needed.compareTo(bound.get().value().toDuration()) <= 0) {
            return Answered.kept(
                    wanted
                            + bound.map(limit -> "; " + limit.value() + " is allowed, set by " + limit.setBy())
                                    .orElse(""),
                    derived(topology, path, model, needed),
                    bound.stream().map(Limit::fact).toList());
        }
        return beyond(topology.known(), model, bound.get(), wanted, needed);
    }

    /** What the generator sets because Ambassador's own default would end the answer. */
    private static List<Condition> derived(Topology topology, EntryPath path, Model model, Duration needed) {
        Optional<Duration> usual = path.has(HopKind.AMBASSADOR)
                ? topology.known()
                        .fact(HopKind.AMBASSADOR, "answer-timeout")
                        .flatMap(Fact::value)
                        .map(Quantity::toDuration)
                : Optional.empty();
        return usual.filter(limit -> limit.compareTo(needed) < 0)
                .map(limit -> List.of(Condition.generated("timeout_ms " + needed.toMillis() + " on " + model.name()
                        + "'s Mappings: Ambassador's own default is " + Durations.format(limit))))
                .orElse(List.of());
    }

    private static Answered beyond(Known known, Model model, Limit bound, String wanted, Duration needed) {
        HopKind hop = bound.setBy();
        List<Fact> facts = new ArrayList<>(List.of(bound.fact()));
        Optional<Fact> ceiling = known.fact(hop, "request-timeout-ceiling");
        ceiling.ifPresent(facts::add);
        String why = wanted + ", but " + hop + " ends a request after " + bound.value();
        boolean raisable = bound.fact().isAdjustable()
                && ceiling.flatMap(Fact::value)
                        .map(most -> needed.compareTo(most.toDuration()) <= 0)
                        .orElse(true);
        if (raisable) {
            facts.addAll(known.facts(hop, "raised-timeout-lowers-throttle"));
            return Answered.kept(
                    wanted + "; " + hop + " allows " + bound.value() + " until AWS grants more",
                    List.of(Condition.yours("have AWS raise the integration timeout of " + hop + " to "
                            + Durations.format(needed) + "; it may ask for a lower account throttle in return")),
                    facts);
        }
        known.facts().later(hop.id(), "request-timeout").ifPresent(facts::add);
        Cure sooner = Cure.bySpec(
                "answer within " + bound.value(),
                known.spec().with(model.withAtMost(bound.value().toDuration())));
        return Answered.broken(hop, why, List.of(sooner), facts);
    }
}
