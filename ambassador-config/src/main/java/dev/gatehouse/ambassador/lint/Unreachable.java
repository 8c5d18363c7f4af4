package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.route.Candidate;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.VirtualHost;
import dev.gatehouse.model.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Mapping whose requests all go to another. */
final class Unreachable implements Rule {
    private static final About ABOUT =
            About.of("GH-424", Severity.ERROR, Source.RUN, "a Mapping whose requests all go to another", """
            Routes are tried by precedence first, then by the length of the prefix's text, then by conditions. A
            Mapping is out of reach where an earlier one takes every request that it could take: it was proved
            on the route table, in every virtual host.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        Map<Origin, Integer> seen = new HashMap<>();
        Map<Origin, List<Route>> behind = new HashMap<>();
        for (VirtualHost host : scene.table().virtualHosts()) {
            Takers takers = new Takers(host);
            for (Route route : host.routes()) {
                seen.merge(route.origin(), 1, Integer::sum);
                Origin group = group(scene, route);
                takers.of(route, group)
                        .ifPresent(taker -> behind.computeIfAbsent(route.origin(), origin -> new ArrayList<>())
                                .add(taker));
                takers.add(route, group);
            }
        }
        for (Written mapping : scene.mappings()) {
            scene.candidate(mapping).ifPresent(candidate -> {
                List<Route> takers = behind.getOrDefault(candidate.origin(), List.of());
                if (!takers.isEmpty() && takers.size() == seen.getOrDefault(candidate.origin(), 0)) {
                    report.add(
                            mapping,
                            mapping.place("prefix"),
                            "no request reaches it",
                            takers.get(0).origin().subject() + ", which is tried first, takes every one of them",
                            "look at precedence, prefix_regex and conditions of both");
                }
            });
        }
    }

    private static Origin group(Scene scene, Route route) {
        return scene.resource(route.origin())
                .flatMap(scene::candidate)
                .map(Candidate::group)
                .orElse(route.origin());
    }
}
