package dev.gatehouse.ambassador.explain;

import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.RouteMatch;
import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.ValueMatch;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a request meets a route's conditions, and which one it misses. */
final class Conditions {
    private final Request request;
    private final Map<String, String> query;
    private final Expressions expressions;

    Conditions(Request request, Expressions expressions) {
        this.request = request;
        this.query = query(request.query());
        this.expressions = expressions;
    }

    /** Whether all are met, the draw aside. */
    boolean met(RouteMatch match) {
        return pathMet(match) && unmet(match).isEmpty();
    }

    String path() {
        return request.path();
    }

    boolean pathMet(RouteMatch match) {
        String path = request.path();
        String asked = match.path().text();
        if (match.path() instanceof PathMatch.Regex) {
            return expressions.matches(asked, path);
        }
        if (!match.caseSensitive()) {
            path = path.toLowerCase(Locale.ROOT);
            asked = asked.toLowerCase(Locale.ROOT);
        }
        return match.path() instanceof PathMatch.Exact ? path.equals(asked) : path.startsWith(asked);
    }

    /** The first condition besides the path that is not met, in words. */
    Optional<String> unmet(RouteMatch match) {
        for (ValueMatch header : match.headers()) {
            Optional<String> value = header(header.name());
            if (!met(header, value)) {
                return Optional.of(
                        words(header.name().equals(":authority") ? "host" : named(header.name()), header, value));
            }
        }
        for (ValueMatch parameter : match.query()) {
            Optional<String> value = Optional.ofNullable(query.get(parameter.name()));
            if (!met(parameter, value)) {
                return Optional.of(words("query parameter " + parameter.name(), parameter, value));
            }
        }
        return Optional.empty();
    }

    private static String named(String header) {
        return header.equals(":method") ? "method" : "header " + header;
    }

    private Optional<String> header(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case ":authority", "host" -> Optional.of(request.authority());
            case ":method" -> Optional.of(request.method());
            case ":path" -> Optional.of(request.target());
            case ":scheme" -> Optional.of(request.secure() ? "https" : "http");
            default -> request.header(name.toLowerCase(Locale.ROOT));
        };
    }

    private boolean met(ValueMatch condition, Optional<String> value) {
        if (value.isEmpty()) {
            return false;
        }
        String text = value.get();
        if (condition.value() instanceof TextMatch.Exact exact) {
            return text.equals(exact.text());
        }
        if (condition.value() instanceof TextMatch.Prefix prefix) {
            return text.startsWith(prefix.text());
        }
        if (condition.value() instanceof TextMatch.Suffix suffix) {
            return text.endsWith(suffix.text());
        }
        return !(condition.value() instanceof TextMatch.Regex regex) || expressions.matches(regex.expression(), text);
    }

    private static String words(String what, ValueMatch condition, Optional<String> value) {
        return what + " must be " + wanted(condition.value()) + ", and "
                + value.map(text -> "is '" + text + "'").orElse("is missing");
    }

    private static String wanted(TextMatch match) {
        if (match instanceof TextMatch.Exact exact) {
            return "'" + exact.text() + "'";
        }
        if (match instanceof TextMatch.Prefix prefix) {
            return "'" + prefix.text() + "*'";
        }
        if (match instanceof TextMatch.Suffix suffix) {
            return "'*" + suffix.text() + "'";
        }
        return match instanceof TextMatch.Regex regex ? "like '" + regex.expression() + "'" : "there";
    }

    /** Neither names nor values are decoded; of several values the first counts. */
    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        if (text.length() > 1) {
            for (String part : text.substring(1).split("&", -1)) {
                int equals = part.indexOf('=');
                query.putIfAbsent(
                        equals < 0 ? part : part.substring(0, equals), equals < 0 ? "" : part.substring(equals + 1));
            }
        }
        return query;
    }
}
