package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteMatch;
import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.ValueMatch;
import java.util.List;

/** Which requests a route takes. */
final class RouteMatches {
    private RouteMatches() {}

    static Block of(Route route) {
        RouteMatch match = route.match();
        Block block = new Block();
        if (match.path() instanceof PathMatch.Prefix prefix) {
            block.put("prefix", prefix.text());
        } else if (match.path() instanceof PathMatch.Exact exact) {
            block.put("path", exact.text());
        } else {
            block.put("safe_regex", expression(match.path().text()));
        }
        Block fraction = new Block().put("default_value", percent(match.percentBelow()));
        if (route.action() instanceof Action.Forward forward) {
            fraction.put("runtime_key", "routing.traffic_shift." + forward.upstream());
        }
        return block.put("case_sensitive", match.caseSensitive())
                .put("runtime_fraction", fraction)
                .putAll("headers", conditions(match.headers()))
                .putAll("query_parameters", conditions(match.query()));
    }

    static Block expression(String text) {
        return new Block().put("regex", text);
    }

    static Block percent(int numerator) {
        return new Block().put("numerator", numerator).put("denominator", "HUNDRED");
    }

    private static List<Block> conditions(List<ValueMatch> conditions) {
        return conditions.stream().map(RouteMatches::condition).toList();
    }

    private static Block condition(ValueMatch condition) {
        Block block = new Block().put("name", condition.name());
        if (condition.value() instanceof TextMatch.Present) {
            return block.put("present_match", true);
        }
        return block.put("string_match", text(condition.value()));
    }

    private static Block text(TextMatch match) {
        if (match instanceof TextMatch.Exact exact) {
            return new Block().put("exact", exact.text());
        }
        if (match instanceof TextMatch.Prefix prefix) {
            return new Block().put("prefix", prefix.text());
        }
        if (match instanceof TextMatch.Suffix suffix) {
            return new Block().put("suffix", suffix.text());
        }
        return new Block().put("safe_regex", expression(((TextMatch.Regex) match).expression()));
    }
}
