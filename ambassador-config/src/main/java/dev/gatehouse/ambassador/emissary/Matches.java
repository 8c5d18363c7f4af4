package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.RouteMatch;
import dev.gatehouse.ambassador.route.ValueMatch;
import java.util.List;

/** Conditions as a route has them. */
final class Matches {
    private Matches() {}

    /** What a Mapping asks for that never came to be one of a group. */
    static RouteMatch own(Attributes spec, MatchLists match) {
        return of(spec, spec, spec.text("prefix"), match.headers(), match.query(), 0);
    }

    /** What a Mapping asks for by itself. */
    static RouteMatch own(HttpMapping mapping) {
        return of(mapping.values(), mapping.values(), mapping.prefix(), mapping.headers(), mapping.query(), 0);
    }

    /**
     * What a member's route asks for: mostly what its group does, and of the path's case the group where it is silent.
     */
    static RouteMatch inGroup(HttpGroup group, HttpMapping member, int percentBelow) {
        Attributes caseBy = member.values().has("case_sensitive") ? member.values() : group.values;
        return of(group.values, caseBy, member.prefix(), group.headers(), group.query(), percentBelow);
    }

    private static RouteMatch of(
            Attributes pathBy,
            Attributes caseBy,
            String prefix,
            List<MatchItem> headers,
            List<MatchItem> query,
            int percentBelow) {
        boolean caseSensitive = !caseBy.has("case_sensitive") || caseBy.truthy("case_sensitive");
        return new RouteMatch(
                path(pathBy, prefix), caseSensitive, conditions(headers), conditions(query), percentBelow);
    }

    /** How a prefix is meant; an expression wins over an exact path. */
    private static PathMatch path(Attributes values, String prefix) {
        if (values.truthy("prefix_regex")) {
            return new PathMatch.Regex(prefix);
        }
        return values.truthy("prefix_exact") ? new PathMatch.Exact(prefix) : new PathMatch.Prefix(prefix);
    }

    private static List<ValueMatch> conditions(List<MatchItem> items) {
        return items.stream()
                .filter(item -> !item.idle())
                .map(MatchItem::condition)
                .toList();
    }
}
