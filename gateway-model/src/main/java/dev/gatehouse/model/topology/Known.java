package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.PlatformSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What answers are judged by.
 *
 * @param spec the platform
 * @param facts what is known of the components, seen from one day
 */
public record Known(PlatformSpec spec, Facts facts) {
    /** The fact of that name that holds in the platform's region. */
    public Optional<Fact> fact(HopKind kind, String id) {
        return facts.find(kind.id(), id, spec.region());
    }

    /** The facts of those names that hold, in that order. */
    public List<Fact> facts(HopKind kind, String... ids) {
        List<Fact> found = new ArrayList<>();
        for (String id : ids) {
            fact(kind, id).ifPresent(found::add);
        }
        return found;
    }

    /**
     * Can, if the capability holds; can't, if it holds on another day only; and if no sheet has a word of it, nobody
     * knows.
     */
    Claim can(HopKind kind, String capability, String how, List<Condition> conditions, String... alsoCited) {
        Optional<Fact> fact = fact(kind, capability);
        if (fact.isEmpty()) {
            return isUnheardOf(kind, capability)
                    ? unsure(kind, capability)
                    : cannot(kind, capability, kind + " could not do so on " + facts.day() + later(kind, capability));
        }
        List<Fact> cited = new ArrayList<>();
        cited.add(fact.get());
        cited.addAll(facts(kind, alsoCited));
        return new Claim.Can(how, conditions, cited);
    }

    /**
     * Whether answers need a fact of that name of the component and none holds on the day, nor begins later: one that
     * begins later says that there was no such thing yet.
     */
    public boolean isMissing(HopKind kind, String id) {
        return facts.missing(kind.id(), spec.region()).contains(id);
    }

    /** Whether no sheet has a word of it, on whatever day. */
    boolean isUnheardOf(HopKind kind, String id) {
        return facts.history(kind.id(), id).isEmpty();
    }

    /** Nobody knows: no sheet has a word of it. */
    static Claim.Unsure unsure(HopKind kind, String id) {
        return new Claim.Unsure("no fact sheet says anything of " + kind + "." + id, List.of());
    }

    private String later(HopKind kind, String capability) {
        return facts.later(kind.id(), capability)
                .flatMap(Fact::since)
                .map(since -> "; it can since " + since)
                .orElse("");
    }

    /** Can't, citing the refusal or else the later launch of that name; if no sheet has a word of it, nobody knows. */
    Claim cannot(HopKind kind, String id, String why) {
        List<Fact> cited = new ArrayList<>(facts(kind, id));
        if (cited.isEmpty()) {
            facts.later(kind.id(), id).ifPresent(cited::add);
        }
        return isUnheardOf(kind, id) ? unsure(kind, id) : new Claim.Cannot(why, cited);
    }
}
