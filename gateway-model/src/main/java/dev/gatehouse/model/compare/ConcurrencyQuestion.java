package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.OpenRequests;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Quantity;
import java.util.List;
import java.util.Optional;

/** Whether as many requests may be open at once as the load and the length of answers make (Little's law). */
final class ConcurrencyQuestion implements Question.OfModel {
    @Override
    public String row() {
        return "concurrency";
    }

    @Override
    public String rule() {
        return "GH-207";
    }

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return model.map(each -> "models." + each.name() + ".load").orElse("models");
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path, Model model) {
        long open = OpenRequests.of(model);
        if (!path.has(HopKind.AMBASSADOR)) {
            return Optional.of(Answered.kept(
                    "up to " + open + " requests are open at once; no hop of this path limits them",
                    List.of(),
                    List.of()));
        }
        Optional<Fact> limit = topology.known().fact(HopKind.AMBASSADOR, "concurrent-requests");
        boolean beyond = limit.flatMap(Fact::value)
                .map(Quantity::toCount)
                .map(most -> most.longValueExact() < open)
                .orElse(false);
        return Optional.of(Answered.keptBy(
                HopKind.AMBASSADOR,
                "up to " + open + " requests are open at once",
                beyond
                        ? List.of(
                                Condition.generated("circuit breakers of " + model.name() + " above Envoy's default of "
                                        + limit.flatMap(Fact::value)
                                                .map(Quantity::toString)
                                                .orElse("")
                                        + ", on every Mapping of its group"))
                        : List.of(),
                limit.stream().toList()));
    }
}
