package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.explain.Expressions;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteMatch;
import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.ValueMatch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The routes of a virtual host, made ready to be asked often. Thread-safe.
 *
 * <p>Which of them a path fits is remembered for the paths that were asked last: clients of models use few, so a
 * request costs one look-up and the conditions of the routes that are left, expressions or not.
 */
final class HostRoutes {
    private static final int REMEMBERED = 1_024;
    private static final Prepared[] NONE = {};

    /**
     * One route.
     *
     * @param path whether it fits a path
     * @param below the route takes draws below it
     */
    private record Prepared(
            Route route, Predicate<String> path, List<Condition> headers, List<Condition> query, int below) {
        boolean takes(Asked asked) {
            for (int i = 0; i < headers.size(); i++) {
                Condition condition = headers.get(i);
                String value = asked.header(condition.name());
                if (value == null || !condition.value().test(value)) {
                    return false;
                }
            }
            for (int i = 0; i < query.size(); i++) {
                Condition condition = query.get(i);
                String value = asked.parameter(condition.name());
                if (value == null || !condition.value().test(value)) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Condition(String name, Predicate<String> value) {}

    private final Prepared[] routes;
    private final Map<String, Prepared[]> byPath = new ConcurrentHashMap<>();

    HostRoutes(List<Route> routes, Expressions expressions) {
        this.routes = routes.stream()
                .map(route -> prepared(route, expressions))
                .filter(route -> route.below() > 0)
                .toList()
                .toArray(NONE);
    }

    /** The route that takes a request whose draw from 0 to 99 is {@code draw}; {@code null} where none does. */
    @Nullable
    Route pick(Asked asked, int draw) {
        for (Prepared candidate : candidates(asked.path())) {
            if (draw < candidate.below() && candidate.takes(asked)) {
                return candidate.route();
            }
        }
        return null;
    }

    private Prepared[] candidates(String path) {
        Prepared[] known = byPath.get(path);
        if (known != null) {
            return known;
        }
        Prepared[] fitting = List.of(routes).stream()
                .filter(route -> route.path().test(path))
                .toList()
                .toArray(NONE);
        if (byPath.size() >= REMEMBERED) {
            byPath.clear();
        }
        byPath.put(path, fitting);
        return fitting;
    }

    private static Prepared prepared(Route route, Expressions expressions) {
        RouteMatch match = route.match();
        return new Prepared(
                route,
                path(match, expressions),
                conditions(match.headers(), true, expressions),
                conditions(match.query(), false, expressions),
                match.percentBelow());
    }

    private static Predicate<String> path(RouteMatch match, Expressions expressions) {
        String asked = match.path().text();
        if (match.path() instanceof PathMatch.Regex) {
            return path -> expressions.matches(asked, path);
        }
        boolean exact = match.path() instanceof PathMatch.Exact;
        if (match.caseSensitive()) {
            return exact ? asked::equals : path -> path.startsWith(asked);
        }
        String lower = asked.toLowerCase(Locale.ROOT);
        return exact
                ? path -> path.toLowerCase(Locale.ROOT).equals(lower)
                : path -> path.toLowerCase(Locale.ROOT).startsWith(lower);
    }

    private static List<Condition> conditions(List<ValueMatch> matches, boolean headers, Expressions expressions) {
        return matches.stream()
                .map(match -> new Condition(
                        headers ? match.name().toLowerCase(Locale.ROOT) : match.name(),
                        value(match.value(), expressions)))
                .toList();
    }

    private static Predicate<String> value(TextMatch match, Expressions expressions) {
        if (match instanceof TextMatch.Exact exact) {
            return exact.text()::equals;
        }
        if (match instanceof TextMatch.Prefix prefix) {
            return value -> value.startsWith(prefix.text());
        }
        if (match instanceof TextMatch.Suffix suffix) {
            return value -> value.endsWith(suffix.text());
        }
        if (match instanceof TextMatch.Regex regex) {
            return value -> expressions.matches(regex.expression(), value);
        }
        return value -> true;
    }
}
