package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.FixedAddress;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.spec.WebFirewall;
import dev.gatehouse.model.topology.Combination.Choice;
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
        return combinations(requirements, claims, 0, List.of())
                .map(choices -> new Combination(known, path, claims, choices))
                .min(Comparator.comparing(Combination::score))
                .map(best -> new KeepingReasons(known, path, claims, best).keepings())
                .orElse(List.of());
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

    private Stream<List<Choice>> combinations(
            List<Requirement> requirements, Map<Requirement, Map<Hop, Claim>> claims, int at, List<Choice> chosen) {
        if (at == requirements.size()) {
            return Stream.of(chosen);
        }
        Requirement requirement = requirements.get(at);
        return candidates(requirement, claims.getOrDefault(requirement, Map.of())).stream()
                .flatMap(candidate -> combinations(
                        requirements,
                        claims,
                        at + 1,
                        Stream.concat(chosen.stream(), Stream.of(new Choice(requirement, candidate)))
                                .toList()));
    }

    /** The hops that can or may keep it, edge first, or only the one that the spec names; nobody, if there is none. */
    private List<Optional<Hop>> candidates(Requirement requirement, Map<Hop, Claim> claims) {
        Optional<HopKind> named = path.namedKeeper(known.spec(), requirement);
        List<Optional<Hop>> hops = new ArrayList<>();
        claims.forEach((hop, claim) -> {
            boolean allowed = named.map(hop.kind()::equals).orElse(true);
            if (allowed && !(claim instanceof Claim.Cannot)) {
                hops.add(Optional.of(hop));
            }
        });
        return hops.isEmpty() ? List.of(Optional.empty()) : hops;
    }
}
