package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.ValueMatch;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The earlier routes of a virtual host that take whatever their conditions let through. Used once, by one thread. */
final class Takers {
    private static final Set<String> EVERYTHING = Set.of(".*", "/.*", "^.*$", "^/.*$", "^/.*", "^.*");
    private static final int MOST_PER_PREFIX = 16;

    private record Taker(Route route, Origin group, Set<ValueMatch> headers) {}

    private final String domain;
    private final Map<String, List<Taker>> byPrefix = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();

    Takers(VirtualHost host) {
        this.domain = host.domains().get(0);
    }

    void add(Route route, Origin group) {
        PathMatch path = route.match().path();
        boolean everything = path instanceof PathMatch.Regex && EVERYTHING.contains(path.text());
        boolean always =
                route.match().percentBelow() >= 100 && route.match().query().isEmpty();
        if (!always || !(path instanceof PathMatch.Prefix || everything)) {
            return;
        }
        String prefix = everything ? "" : path.text();
        List<Taker> takers = byPrefix.computeIfAbsent(prefix, text -> new ArrayList<>());
        if (takers.size() < MOST_PER_PREFIX) {
            takers.add(new Taker(route, group, new HashSet<>(conditions(route))));
            lengths.add(prefix.length());
        }
    }

    /** The earlier route of another group that takes every request which this one could take. */
    Optional<Route> of(Route route, Origin group) {
        String text = route.match().path() instanceof PathMatch.Regex regex
                ? new Expression("", regex.text(), route.origin().place()).literalHead()
                : route.match().path().text();
        Set<ValueMatch> headers = Set.of();
        for (int length : lengths.headSet(text.length(), true)) {
            List<Taker> takers = byPrefix.getOrDefault(text.substring(0, length), List.of());
            if (!takers.isEmpty() && headers.isEmpty()) {
                headers = new HashSet<>(conditions(route));
            }
            for (Taker taker : takers) {
                boolean anyCase =
                        !taker.route().match().caseSensitive() || route.match().caseSensitive();
                if (anyCase && !taker.group().equals(group) && headers.containsAll(taker.headers())) {
                    return Optional.of(taker.route());
                }
            }
        }
        return Optional.empty();
    }

    /** The conditions on headers that the virtual host does not imply. */
    private List<ValueMatch> conditions(Route route) {
        return route.match().headers().stream()
                .filter(header -> !(header.name().equals(":authority")
                        && header.value() instanceof TextMatch.Exact exact
                        && exact.text().equals(domain)))
                .toList();
    }
}
