package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.FixedAddress;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.spec.WebFirewall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses who keeps which promise on one entry: tries every combination of hops, since what one hop keeps can rule out
 * or burden another, and takes the one with the fewest broken promises, then unknown ones, then conditions of yours,
 * then the one nearest the edge. The space is small: five promises and nine hops at most.
 */
final class KeeperSearch {
    private final Known known;
    private final EntryPath path;
    private final int clientPort;

    KeeperSearch(Known known, EntryPath path, int clientPort) {
        this.known = known;
        this.path = path;
        this.clientPort = clientPort;
    }

    /** One keeping per requirement that a single hop can keep and whose scope has the entry, in the spec's order. */
    List<Keeping> keepings() {
        List<Requirement> requirements = known.spec().requirements().stream()
                .filter(requirement -> requirement.scope().covers(path.entry()))
                .filter(KeeperSearch::isKeptByOneHop)
                .toList();
        Map<Requirement, Map<Hop, Claim>> claims = new LinkedHashMap<>();
        requirements.forEach(requirement -> claims.put(requirement, claims(requirement)));
        List<Choice> best = combinations(requirements, claims, 0, List.of()).stream()
                .min(Comparator.comparing(this::score))
                .orElse(List.of());
        return best.stream().map(choice -> keeping(choice, best, claims)).toList();
    }

    private static boolean isKeptByOneHop(Requirement requirement) {
        return requirement instanceof WebFirewall
                || requirement instanceof FixedAddress
                || requirement instanceof RateLimit
                || requirement instanceof Jwt
                || requirement instanceof MutualTls;
    }

    private Map<Hop, Claim> claims(Requirement requirement) {
        HopClaims judge = judge(requirement);
        Map<Hop, Claim> claims = new LinkedHashMap<>();
        path.hops().forEach(hop -> claims.put(hop, hop.accept(judge)));
        return claims;
    }

    private HopClaims judge(Requirement requirement) {
        if (requirement instanceof WebFirewall) {
            return new WebFirewallClaims(known);
        }
        if (requirement instanceof FixedAddress) {
            return new FixedAddressClaims(known, path);
        }
        if (requirement instanceof RateLimit limit) {
            return new RateLimitClaims(known, path, limit);
        }
        if (requirement instanceof Jwt jwt) {
            return new JwtClaims(known, jwt);
        }
        if (requirement instanceof MutualTls) {
            return new MutualTlsClaims(known, path, clientPort);
        }
        throw new IllegalStateException(requirement.word() + " is not kept by a single hop");
    }

    /** A requirement with the hop that might keep it, or none. */
    private record Choice(Requirement requirement, Optional<Hop> hop) {}

    private List<List<Choice>> combinations(
            List<Requirement> requirements, Map<Requirement, Map<Hop, Claim>> claims, int at, List<Choice> chosen) {
        if (at == requirements.size()) {
            return List.of(chosen);
        }
        Requirement requirement = requirements.get(at);
        List<Optional<Hop>> candidates = candidates(requirement, claims.getOrDefault(requirement, Map.of()));
        List<List<Choice>> all = new ArrayList<>();
        for (Optional<Hop> candidate : candidates) {
            List<Choice> next = Stream.concat(chosen.stream(), Stream.of(new Choice(requirement, candidate)))
                    .toList();
            all.addAll(combinations(requirements, claims, at + 1, next));
        }
        return all;
    }

    /** The hops that can or may keep it, edge first, or only the one that the spec names; and nobody. */
    private List<Optional<Hop>> candidates(Requirement requirement, Map<Hop, Claim> claims) {
        Optional<HopKind> named = named(requirement);
        List<Optional<Hop>> hops = new ArrayList<>();
        claims.forEach((hop, claim) -> {
            boolean allowed = named.map(hop.kind()::equals).orElse(true);
            if (allowed && !(claim instanceof Claim.Cannot)) {
                hops.add(Optional.of(hop));
            }
        });
        hops.add(Optional.empty());
        return hops;
    }

    /** The hop that the spec names as keeper, if it is on this path. */
    private Optional<HopKind> named(Requirement requirement) {
        return Optional.ofNullable(known.spec().keepers().get(requirement.word()))
                .map(HopKind::new)
                .filter(path::has);
    }

    // ---- judging a combination

    private record Score(long broken, long unknown, long yours, int distance) implements Comparable<Score> {
        private static final Comparator<Score> ORDER = Comparator.comparingLong(Score::broken)
                .thenComparingLong(Score::unknown)
                .thenComparingLong(Score::yours)
                .thenComparingInt(Score::distance);

        @Override
        public int compareTo(Score other) {
            return ORDER.compare(this, other);
        }
    }

    private Score score(List<Choice> combination) {
        long broken = combination.stream()
                .filter(choice ->
                        choice.hop().isEmpty() || refused(choice, combination).isPresent())
                .count();
        long unknown = combination.stream()
                .filter(choice -> claim(choice) instanceof Claim.Unsure)
                .count();
        long yours = combination.stream()
                .flatMap(choice -> conditions(choice, combination).stream())
                .filter(Condition::isYours)
                .distinct()
                .count();
        int distance = combination.stream()
                .mapToInt(choice -> choice.hop().map(path.hops()::indexOf).orElse(0))
                .sum();
        return new Score(broken, unknown, yours, distance);
    }

    private Claim claim(Choice choice) {
        return choice.hop()
                .map(hop -> hop.accept(judge(choice.requirement())))
                .orElse(new Claim.Cannot("no hop keeps it", List.of()));
    }

    private List<Condition> conditions(Choice choice, List<Choice> combination) {
        List<Condition> conditions = new ArrayList<>();
        if (claim(choice) instanceof Claim.Can can) {
            conditions.addAll(can.conditions());
        }
        coupling(choice, combination).flatMap(Coupling::condition).ifPresent(conditions::add);
        return conditions;
    }

    private Optional<String> refused(Choice choice, List<Choice> combination) {
        return coupling(choice, combination).map(Coupling::refused).filter(why -> !why.isEmpty());
    }

    /** The row of the table that speaks of who counts consumers here and who verified them. */
    private Optional<Coupling> coupling(Choice counting, List<Choice> combination) {
        if (!(counting.requirement() instanceof RateLimit limit)
                || counting.hop().isEmpty()) {
            return Optional.empty();
        }
        Identity.By by = RateLimitClaims.countedBy(known, path.entry(), limit);
        HopKind counted = counting.hop().get().kind();
        return Coupling.TABLE.stream()
                .filter(row -> combination.stream()
                        .filter(verifying -> verifying.requirement().word().equals(row.verifier()))
                        .flatMap(verifying -> verifying.hop().stream())
                        .anyMatch(hop -> row.speaksOf(by, hop.kind(), counted)))
                .findFirst();
    }

    // ---- telling the choice

    private Keeping keeping(Choice choice, List<Choice> best, Map<Requirement, Map<Hop, Claim>> claims) {
        Map<Hop, Claim> own = claims.getOrDefault(choice.requirement(), Map.of());
        List<Refusal> refusals = refusals(choice, best, own);
        Optional<String> refused = refused(choice, best);
        if (choice.hop().isEmpty() || refused.isPresent()) {
            return broken(choice, refused, refusals);
        }
        Claim claim = claim(choice);
        String how = claim instanceof Claim.Can can ? can.how() : ((Claim.Unsure) claim).missing();
        List<HopKind> backstops = own.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Claim.Can
                        && !Optional.of(entry.getKey()).equals(choice.hop()))
                .map(entry -> entry.getKey().kind())
                .toList();
        List<Fact> facts = new ArrayList<>(claim.facts());
        coupling(choice, best).ifPresent(row -> facts.addAll(row.facts(known)));
        return new Keeping(
                choice.requirement(),
                path.entry(),
                choice.hop().map(Hop::kind),
                claim instanceof Claim.Unsure,
                how,
                conditions(choice, best),
                backstops,
                refusals,
                facts);
    }

    private Keeping broken(Choice choice, Optional<String> refused, List<Refusal> refusals) {
        Refusal weightiest = weightiest(choice, refusals);
        return new Keeping(
                choice.requirement(),
                path.entry(),
                Optional.empty(),
                false,
                refused.orElse(weightiest.why()),
                List.of(),
                List.of(),
                refusals,
                weightiest.facts());
    }

    /** The refusal that explains best why nobody keeps it: the named keeper's, else the first that rests on a fact. */
    private Refusal weightiest(Choice choice, List<Refusal> refusals) {
        Optional<HopKind> named = named(choice.requirement());
        return refusals.stream()
                .filter(refusal ->
                        named.map(refusal.hop()::equals).orElse(!refusal.facts().isEmpty()))
                .findFirst()
                .or(() -> refusals.stream()
                        .filter(refusal -> !refusal.facts().isEmpty())
                        .findFirst())
                .or(() -> refusals.stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("a path has at least one hop"));
    }

    private List<Refusal> refusals(Choice choice, List<Choice> best, Map<Hop, Claim> own) {
        Optional<HopKind> named = named(choice.requirement());
        List<Refusal> refusals = new ArrayList<>();
        own.forEach((hop, claim) -> {
            if (!Optional.of(hop).equals(choice.hop()) || refused(choice, best).isPresent()) {
                refusals.add(new Refusal(hop.kind(), whyNot(hop, claim, choice, best, named), claim.facts()));
            }
        });
        return refusals;
    }

    private String whyNot(Hop hop, Claim claim, Choice choice, List<Choice> best, Optional<HopKind> named) {
        if (claim instanceof Claim.Cannot cannot) {
            return cannot.why();
        }
        if (named.isPresent() && !named.get().equals(hop.kind())) {
            return "keepers names " + named.get();
        }
        Choice instead = new Choice(choice.requirement(), Optional.of(hop));
        List<Choice> others =
                best.stream().map(each -> each.equals(choice) ? instead : each).toList();
        return refused(instead, others)
                .orElse(
                        claim instanceof Claim.Unsure unsure
                                ? unsure.missing()
                                : choice.hop()
                                        .map(kept ->
                                                kept.kind() + " needs fewer conditions of yours or is nearer the edge")
                                        .orElse("it is not needed"));
    }
}
