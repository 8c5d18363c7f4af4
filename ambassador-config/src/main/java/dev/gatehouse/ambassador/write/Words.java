package dev.gatehouse.ambassador.write;

import dev.gatehouse.ambassador.route.Limit;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.Retry;
import dev.gatehouse.ambassador.route.RouteMatch;
import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.ValueMatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Parts of routes in words. */
final class Words {
    private Words() {}

    /** Such as {@code 3 s} or {@code 1500 ms}. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
    }

    static String limits(Map<Limit, Duration> limits, Retry retry) {
        List<String> words = new ArrayList<>();
        Duration request = limits.getOrDefault(Limit.REQUEST, Duration.ZERO);
        words.add(request.isZero() ? "no time limit" : "within " + duration(request));
        if (limits.containsKey(Limit.IDLE)) {
            words.add("idle at most " + duration(limits.get(Limit.IDLE)));
        }
        if (retry instanceof Retry.On on) {
            words.add("tried again on " + on.condition()
                    + (on.times() < 0 ? "" : " " + on.times() + (on.times() == 1 ? " time" : " times"))
                    + (on.perTry().isEmpty() ? "" : ", " + on.perTry() + " each"));
        }
        return String.join(", ", words);
    }

    /** Such as {@code /v2/*}, {@code = /v2} or {@code ~ /v[0-9]+/.*}. */
    static String path(RouteMatch match) {
        String text = match.path().text();
        String path = match.path() instanceof PathMatch.Prefix
                ? text + "*"
                : (match.path() instanceof PathMatch.Exact ? "= " : "~ ") + text;
        return match.caseSensitive() ? path : path + " (in any case)";
    }

    /** The conditions besides path and scheme. */
    static List<String> conditions(RouteMatch match) {
        return Stream.concat(
                        match.headers().stream()
                                .filter(header -> !header.name().equals("x-forwarded-proto"))
                                .map(header -> header.name() + " " + value(header)),
                        match.query().stream().map(parameter -> "?" + parameter.name() + " " + value(parameter)))
                .toList();
    }

    private static String value(ValueMatch condition) {
        if (condition.value() instanceof TextMatch.Exact exact) {
            return "= " + exact.text();
        }
        if (condition.value() instanceof TextMatch.Prefix prefix) {
            return "= " + prefix.text() + "*";
        }
        if (condition.value() instanceof TextMatch.Suffix suffix) {
            return "= *" + suffix.text();
        }
        return condition.value() instanceof TextMatch.Regex regex ? "~ " + regex.expression() : "is there";
    }
}
