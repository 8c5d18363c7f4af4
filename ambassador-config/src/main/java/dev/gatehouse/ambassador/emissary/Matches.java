package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.RouteMatch;
import dev.gatehouse.ambassador.route.ValueMatch;
import java.util.List;

/** Conditions as a route has them. */
final class Matches {
    private Matches() {}

    /** What a Mapping asks for by itself. */
    static RouteMatch own(Attributes spec, MatchLists match, int percentBelow) {
        boolean caseSensitive = !spec.has("case_sensitive") || spec.truthy("case_sensitive");
        return new RouteMatch(
                path(spec, spec.text("prefix")),
                caseSensitive,
                conditions(match.headers()),
                conditions(match.query()),
                percentBelow);
    }

    /** How a prefix is meant; an expression wins over an exact path. */
    static PathMatch path(Attributes values, String prefix) {
        if (values.truthy("prefix_regex")) {
            return new PathMatch.Regex(prefix);
        }
        return values.truthy("prefix_exact") ? new PathMatch.Exact(prefix) : new PathMatch.Prefix(prefix);
    }

    static List<ValueMatch> conditions(List<MatchItem> items) {
        return items.stream()
                .filter(item -> !item.idle())
                .map(MatchItem::condition)
                .toList();
    }
}
