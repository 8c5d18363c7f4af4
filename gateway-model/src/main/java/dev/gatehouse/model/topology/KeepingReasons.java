package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.topology.Combination.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a chosen combination: who keeps each promise and how, and why the other hops don't. */
final class KeepingReasons {
    private final Known known;
    private final EntryPath path;
    private final Map<Requirement, Map<Hop, Claim>> claims;
    private final Combination best;

    KeepingReasons(Known known, EntryPath path, Map<Requirement, Map<Hop, Claim>> claims, Combination best) {
        this.known = known;
        this.path = path;
        this.claims = claims;
        this.best = best;
    }

    List<Keeping> keepings() {
        return best.choices().stream().map(this::keeping).toList();
    }

    private Keeping keeping(Choice choice) {
        List<Refusal> refusals = refusals(choice);
        if (best.isRefused(choice)) {
            return broken(choice, refusals);
        }
        Optional<String> missing = best.missing(choice);
        String how = best.claim(choice) instanceof Claim.Can can ? can.how() : "";
        return new Keeping(
                choice.requirement(),
                path.entry(),
                choice.hop().map(Hop::kind),
                missing.isPresent(),
                missing.orElse(how),
                best.conditions(choice),
                backstops(choice),
                refusals,
                best.facts(choice));
    }

    /** The other hops that could keep it too as things are, edge first. */
    private List<HopKind> backstops(Choice choice) {
        return claims.getOrDefault(choice.requirement(), Map.of()).keySet().stream()
                .filter(hop -> !Optional.of(hop).equals(choice.hop()))
                .filter(hop -> {
                    Choice instead = new Choice(choice.requirement(), Optional.of(hop));
                    Combination other = best.with(instead);
                    return other.claim(instead) instanceof Claim.Can
                            && !other.isRefused(instead)
                            && other.missing(instead).isEmpty();
                })
                .map(Hop::kind)
                .toList();
    }

    private Keeping broken(Choice choice, List<Refusal> refusals) {
        Refusal weightiest = weightiest(choice, refusals);
        return new Keeping(
                choice.requirement(),
                path.entry(),
                Optional.empty(),
                false,
                weightiest.why(),
                List.of(),
                List.of(),
                refusals,
                weightiest.facts());
    }

    /** The refusal that explains best why nobody keeps it: the named keeper's, else a coupling's, else a fact's. */
    private Refusal weightiest(Choice choice, List<Refusal> refusals) {
        Optional<HopKind> named = path.namedKeeper(known.spec(), choice.requirement());
        return Stream.of(
                        refusals.stream().filter(refusal -> named.equals(Optional.of(refusal.hop()))),
                        refusals.stream().filter(refusal -> isCoupled(choice, refusal.hop())),
                        refusals.stream().filter(refusal -> !refusal.facts().isEmpty()),
                        refusals.stream())
                .flatMap(each -> each)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a path has at least one hop"));
    }

    private boolean isCoupled(Choice choice, HopKind kind) {
        return path.hops().stream()
                .filter(hop -> hop.kind().equals(kind))
                .anyMatch(hop -> coupled(choice, hop).isPresent());
    }

    /** Why the hop could keep it by itself, but not beside what the others keep; empty if that is not why. */
    private Optional<Coupling.Refused> coupled(Choice choice, Hop hop) {
        Choice instead = new Choice(choice.requirement(), Optional.of(hop));
        Combination other = best.with(instead);
        return other.claim(instead) instanceof Claim.Cannot ? Optional.empty() : other.refusal(instead);
    }

    private List<Refusal> refusals(Choice choice) {
        List<Refusal> refusals = new ArrayList<>();
        for (Hop hop : path.hops()) {
            if (!Optional.of(hop).equals(choice.hop()) || best.isRefused(choice)) {
                refusals.add(refusal(choice, hop));
            }
        }
        return refusals;
    }

    private Refusal refusal(Choice choice, Hop hop) {
        Choice instead = new Choice(choice.requirement(), Optional.of(hop));
        Combination other = best.with(instead);
        Claim claim = other.claim(instead);
        if (claim instanceof Claim.Cannot cannot) {
            return new Refusal(hop.kind(), cannot.why(), claim.facts());
        }
        Optional<HopKind> named = path.namedKeeper(known.spec(), choice.requirement());
        if (named.isPresent() && !named.get().equals(hop.kind())) {
            return new Refusal(hop.kind(), "keepers names " + named.get(), claim.facts());
        }
        Optional<Coupling.Refused> refused = other.refusal(instead);
        if (refused.isPresent()) {
            List<Fact> facts = new ArrayList<>(refused.get().facts());
            facts.addAll(claim.facts());
            return new Refusal(hop.kind(), refused.get().why(), facts);
        }
        return new Refusal(
                hop.kind(),
                other.missing(instead)
                        .orElse(choice.hop()
                                .map(kept -> kept.kind() + " needs fewer conditions of yours or is nearer the edge")
                                .orElse("it is not needed")),
                claim.facts());
    }
}
