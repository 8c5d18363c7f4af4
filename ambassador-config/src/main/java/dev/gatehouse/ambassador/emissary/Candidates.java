package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Candidate;
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
        Shares.each(groups, group -> of(group, routing.takersOf(group))).forEach(all::addAll);
        tcpGroups.forEach(group -> add(group, all));
        for (Resource resource : foreign) {
            if (ASKING.contains(resource.origin().kind())) {
                all.add(Candidate.alone(
                        resource.origin(),
                        Standing.IGNORED,
                        "ambassador_id names another Emissary",
                        Matches.own(resource.spec(), MatchLists.of(resource.spec()))));
            }
        }
        return sorted(all);
    }

    private static List<Candidate> sorted(List<Candidate> all) {
        record Keyed(String key, Candidate candidate) {}
        return all.stream()
                .map(candidate -> new Keyed(candidate.origin().key() + ".1", candidate))
                .sorted(Comparator.comparing(Keyed::key, CodePoints.ORDER)
                        .thenComparing(keyed -> keyed.candidate().origin().kind()))
                .map(Keyed::candidate)
                .toList();
    }

    private static List<Candidate> of(HttpGroup group, List<String> hosts) {
        List<Candidate> all = new ArrayList<>();
        for (HttpMapping member : group.members()) {
            all.add(of(group, member, Standing.SERVES, group.percentBelow(member), hosts));
        }
        group.shadow().ifPresent(shadow -> all.add(of(group, shadow, Standing.MIRRORS, 0, hosts)));
        group.redirect().ifPresent(redirect -> all.add(of(group, redirect, Standing.REDIRECTS, 100, hosts)));
        for (HttpGroup.Refusal refusal : group.refused()) {
            boolean silent = refusal.why().isEmpty();
            HttpMapping mapping = refusal.mapping();
            all.add(new Candidate(
                    mapping.origin(),
                    silent ? Standing.IGNORED : Standing.REFUSED,
                    silent ? DOTTED : refusal.why(),
                    group.first(),
                    Matches.own(mapping),
                    mapping.precedence(),
                    List.of()));
        }
        return all;
    }

    private static Candidate of(
            HttpGroup group, HttpMapping mapping, Standing standing, int percentBelow, List<String> hosts) {
        return new Candidate(
                mapping.origin(),
                standing,
                "",
                group.first(),
                Matches.inGroup(group, mapping, percentBelow),
                mapping.precedence(),
                hosts);
    }

    private static void add(TcpGroup group, List<Candidate> all) {
        for (TcpMapping member : group.members()) {
            all.add(new Candidate(
                    member.origin(), Standing.SERVES, "", group.first(), TcpMapping.ANYTHING, 0, List.of()));
        }
        for (TcpGroup.Refusal refusal : group.refused()) {
            all.add(new Candidate(
                    refusal.mapping().origin(),
                    Standing.REFUSED,
                    refusal.why(),
                    group.first(),
                    TcpMapping.ANYTHING,
                    0,
                    List.of()));
        }
    }
}
