package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Quantity;
import dev.gatehouse.model.unit.Rate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether the platform's peak fits under the throttle that every API of an account and Region shares. */
final class ThrottleQuestion implements Question.OfPlatform {
    @Override
    public String row() {
        return "throttle";
    }

    @Override
    public String rule() {
        return "GH-208";
    }

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return "models";
    }

    @Override
    public Optional<Answered> answer(Topology topology) {
        HopKind api = topology.design().has(HopKind.HTTP_API) ? HopKind.HTTP_API : HopKind.REST_API;
        Optional<Fact> throttle =
                topology.design().has(api) ? topology.known().fact(api, "throttle-rate") : Optional.empty();
        BigDecimal peak = peak(topology);
        if (throttle.isEmpty()) {
            return Optional.of(Answered.kept("no hop of this path shares an account's throttle", List.of(), List.of()));
        }
        Rate limit = throttle.get().value().map(Quantity::toRate).orElseThrow();
        String share =
                "peak " + peak.stripTrailingZeros().toPlainString() + "/s of " + limit + " shared by the account";
        if (peak.compareTo(limit.perSecond()) <= 0) {
            return Optional.of(Answered.keptBy(api, share, List.of(), List.of(throttle.get())));
        }
        return Optional.of(
                throttle.get().isAdjustable()
                        ? Answered.keptBy(
                                api,
                                share,
                                List.of(Condition.yours(
                                        "have AWS raise the account's throttle to " + peak.toPlainString() + "/s")),
                                List.of(throttle.get()))
                        : Answered.broken(api, share, List.of(), List.of(throttle.get())));
    }

    /** Every model's peak once, if a public entry serves it. */
    private static BigDecimal peak(Topology topology) {
        return topology.spec().models().stream()
                .filter(model -> topology.paths().stream()
                        .anyMatch(path -> (path.has(HopKind.REST_API) || path.has(HopKind.HTTP_API))
                                && model.entries().contains(path.entry().name())))
                .map(model -> model.load().peak().perSecond())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
