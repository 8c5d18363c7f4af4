package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.Stance;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.TimeoutLadder.Rung;
import dev.gatehouse.model.unit.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Derives the time limits of a path from a model's answers or stream, innermost hop first. */
final class LadderFold {
    private final Facts facts;

    LadderFold(Facts facts) {
        this.facts = facts;
    }

    TimeoutLadder ladder(Model model, List<Hop> hops) {
        List<Rung> rungs = new ArrayList<>();
        Optional<Duration> total = model.atMost();
        Duration idle = model.longestSilence();
        for (int at = hops.size() - 1; at >= 0; at--) {
            Hop hop = hops.get(at);
            if (hop.stance() != Stance.ON_PATH || hop.kind().equals(HopKind.MODEL_SERVICE)) {
                continue;
            }
            if (hop.layer() == 7 && !hop.kind().equals(HopKind.AMBASSADOR)) {
                total = total.map(inner -> inner.plus(TimeoutLadder.MARGIN));
            }
            idle = idle.plus(TimeoutLadder.MARGIN);
            rungs.add(rung(hop.kind(), model, total, idle));
        }
        return new TimeoutLadder(model.name(), model.isStreamed(), rungs);
    }

    private Rung rung(HopKind hop, Model model, Optional<Duration> total, Duration idle) {
        Optional<Fact> idleLimit = facts.find(hop.id(), "idle-timeout");
        Optional<Duration> setIdle =
                hop.equals(HopKind.AMBASSADOR) ? Optional.of(idle) : idleLimit.map(limit -> within(limit, idle));
        String totalLimit = model.isStreamed() ? "stream-timeout" : "request-timeout";
        Optional<Duration> setTotal = hop.equals(HopKind.AMBASSADOR)
                ? total
                : facts.find(hop.id(), totalLimit).flatMap(limit -> total.map(wanted -> least(wanted, most(limit))));
        return new Rung(hop, setTotal, setIdle);
    }

    /** What to set: the default where it is enough, else as much as is needed and allowed. */
    private static Duration within(Fact limit, Duration needed) {
        Duration usual = limit.value().map(Quantity::toDuration).orElse(needed);
        return needed.compareTo(usual) <= 0 ? usual : least(needed, most(limit));
    }

    private static Duration most(Fact limit) {
        return limit.max()
                .or(limit::value)
                .map(Quantity::toDuration)
                .orElseThrow(() -> new IllegalStateException("limit " + limit.id() + " has no value"));
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
