package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Candidate;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.RouteMatch;
import dev.gatehouse.ambassador.route.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What became of each Mapping and TCPMapping. */
final class Candidates {
    private static final String DOTTED =
            "another Mapping of its group has the same name up to the first dot, so it is passed over without a word";
    private static final Set<String> ASKING = Set.of("Mapping", "TCPMapping");

    private Candidates() {}

    /** By the order of input. */
    static List<Candidate> of(
            List<HttpGroup> groups,
            List<TcpGroup> tcpGroups,
            HttpRouting routing,
            List<Candidate> dropped,
            List<Resource> foreign) {
        List<Candidate> all = new ArrayList<>(dropped);
        groups.forEach(group -> add(group, routing.takersOf(group), all));
        tcpGroups.forEach(group -> add(group, all));
        for (Resource resource : foreign) {
            if (ASKING.contains(resource.origin().kind())) {
                all.add(new Candidate(
                        resource.origin(),
                        Standing.IGNORED,
                        "ambassador_id names another Emissary",
                        resource.origin(),
                        Matches.own(resource.spec(), MatchLists.of(resource.spec()), 0),
                        List.of()));
            }
        }
        all.sort(Comparator.comparing((Candidate one) -> one.origin().key() + ".1", CodePoints.ORDER)
                .thenComparing(one -> one.origin().kind()));
        return all;
    }

    private static void add(HttpGroup group, List<String> hosts, List<Candidate> all) {
        Origin first = group.first();
        for (HttpMapping member : group.members()) {
            all.add(new Candidate(
                    member.origin(),
                    Standing.SERVES,
                    "",
                    first,
                    match(group, member, group.percentBelow(member)),
                    hosts));
        }
        group.shadow()
                .ifPresent(shadow -> all.add(
                        new Candidate(shadow.origin(), Standing.MIRRORS, "", first, match(group, shadow, 0), hosts)));
        group.redirect()
                .ifPresent(redirect -> all.add(new Candidate(
                        redirect.origin(), Standing.REDIRECTS, "", first, match(group, redirect, 100), hosts)));
        for (HttpGroup.Refusal refusal : group.refused()) {
            boolean silent = refusal.why().isEmpty();
            all.add(new Candidate(
                    refusal.mapping().origin(),
                    silent ? Standing.IGNORED : Standing.REFUSED,
                    silent ? DOTTED : refusal.why(),
                    first,
                    own(refusal.mapping()),
                    List.of()));
        }
    }

    private static void add(TcpGroup group, List<Candidate> all) {
        for (TcpMapping member : group.members()) {
            all.add(new Candidate(member.origin(), Standing.SERVES, "", group.first(), TcpMapping.ANYTHING, List.of()));
        }
        for (TcpGroup.Refusal refusal : group.refused()) {
            all.add(new Candidate(
                    refusal.mapping().origin(),
                    Standing.REFUSED,
                    refusal.why(),
                    group.first(),
                    TcpMapping.ANYTHING,
                    List.of()));
        }
    }

    private static RouteMatch match(HttpGroup group, HttpMapping mapping, int percentBelow) {
        Attributes decides = mapping.values().has("case_sensitive") ? mapping.values() : group.values;
        return new RouteMatch(
                Matches.path(group.values, mapping.prefix()),
                !decides.has("case_sensitive") || decides.truthy("case_sensitive"),
                Matches.conditions(group.headers()),
                Matches.conditions(group.query()),
                percentBelow);
    }

    private static RouteMatch own(HttpMapping mapping) {
        return new RouteMatch(
                Matches.path(mapping.values(), mapping.prefix()),
                !mapping.values().has("case_sensitive") || mapping.values().truthy("case_sensitive"),
                Matches.conditions(mapping.headers()),
                Matches.conditions(mapping.query()),
                0);
    }
}
