package dev.gatehouse.ambassador.write;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.HostRewrite;
import dev.gatehouse.ambassador.route.Limit;
import dev.gatehouse.ambassador.route.Mirror;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.PathRewrite;
import dev.gatehouse.ambassador.route.Retry;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteMatch;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.ambassador.route.ValueMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Routes as JSON. */
final class RouteNodes {
    /** Envoy's numbers for the statuses of a redirect. */
    private static final Map<Integer, Integer> STATUSES = Map.of(301, 0, 302, 1, 303, 2, 307, 3, 308, 4);

    private final Map<String, String> upstreams = new HashMap<>();

    RouteNodes(RouteTable table) {
        for (Upstream upstream : table.upstreams()) {
            upstreams.put(upstream.name(), upstream.target().text());
        }
    }

    /** {@code host:port} of an upstream, or the name of its endpoints. */
    String upstream(String name) {
        return upstreams.getOrDefault(name, name);
    }

    ObjectNode node(Route route) {
        ObjectNode node = Json.object();
        node.set("match", match(route.match()));
        if (route.action() instanceof Action.Forward forward) {
            node.set("to", to(forward));
        } else if (route.action() instanceof Action.Redirect redirect) {
            node.set("redirect", redirect(redirect));
        } else {
            node.putObject("redirect").put("https_redirect", true);
        }
        return node;
    }

    private static ObjectNode match(RouteMatch match) {
        ObjectNode node = Json.object();
        if (match.path() instanceof PathMatch.Prefix prefix) {
            node.put("prefix", prefix.text());
        } else if (match.path() instanceof PathMatch.Exact exact) {
            node.put("path", exact.text());
        } else {
            node.put("regex", match.path().text());
        }
        if (!match.caseSensitive()) {
            node.put("caseSensitive", false);
        }
        conditions(node, "headers", match.headers());
        conditions(node, "query", match.query());
        node.put("percentBelow", match.percentBelow());
        return node;
    }

    private static void conditions(ObjectNode node, String name, List<ValueMatch> conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        ArrayNode array = node.putArray(name);
        for (ValueMatch condition : conditions) {
            ObjectNode item = array.addObject().put("name", condition.name());
            if (condition.value() instanceof TextMatch.Exact exact) {
                item.put("exact", exact.text());
            } else if (condition.value() instanceof TextMatch.Prefix prefix) {
                item.put("prefix", prefix.text());
            } else if (condition.value() instanceof TextMatch.Suffix suffix) {
                item.put("suffix", suffix.text());
            } else if (condition.value() instanceof TextMatch.Regex regex) {
                item.put("regex", regex.expression());
            } else {
                item.put("present", true);
            }
        }
    }

    private ObjectNode to(Action.Forward forward) {
        ObjectNode node = Json.object();
        node.put("upstream", upstream(forward.upstream()));
        if (forward.path() instanceof PathRewrite.ReplaceMatch rewrite) {
            node.put("prefixRewrite", rewrite.by());
        } else if (forward.path() instanceof PathRewrite.ReplaceAll rewrite) {
            node.putObject("regexRewrite").put("pattern", rewrite.expression()).put("substitution", rewrite.by());
        }
        if (forward.host() instanceof HostRewrite.To rewrite) {
            node.put("hostRewrite", rewrite.host());
        }
        forward.limits().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(limit -> node.put(
                        limit.getKey() == Limit.REQUEST ? "timeoutMs" : "idleTimeoutMs",
                        limit.getValue().toMillis()));
        if (forward.retry() instanceof Retry.On retry) {
            ObjectNode item = node.putObject("retry").put("on", retry.condition());
            if (retry.times() >= 0) {
                item.put("times", retry.times());
            }
        }
        if (!forward.mirrors().isEmpty()) {
            ArrayNode mirrors = node.putArray("mirror");
            for (Mirror mirror : forward.mirrors()) {
                mirrors.addObject().put("upstream", upstream(mirror.upstream())).put("percent", mirror.percent());
            }
        }
        return node;
    }

    /** In Envoy's words. */
    private static ObjectNode redirect(Action.Redirect redirect) {
        ObjectNode node = Json.object();
        node.put("host_redirect", redirect.host());
        if (redirect.path() instanceof Action.RedirectPath.Whole whole) {
            node.put("path_redirect", whole.path());
        } else if (redirect.path() instanceof Action.RedirectPath.Prefix prefix) {
            node.put("prefix_rewrite", prefix.by());
        } else if (redirect.path() instanceof Action.RedirectPath.Regex regex) {
            ObjectNode rewrite = node.putObject("regex_rewrite");
            ObjectNode pattern = rewrite.putObject("pattern");
            pattern.putObject("google_re2");
            pattern.put("regex", regex.expression());
            rewrite.put("substitution", regex.by());
        }
        if (redirect.statusGiven()) {
            node.put("response_code", STATUSES.getOrDefault(redirect.status(), 0));
        }
        return node;
    }
}
