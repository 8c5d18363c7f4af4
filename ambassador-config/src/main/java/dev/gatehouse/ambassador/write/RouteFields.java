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
import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.ValueMatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes routes as JSON. */
final class RouteFields {
    /** Envoy's numbers for the statuses of a redirect. */
    private static final Map<Integer, Integer> STATUSES = Map.of(301, 0, 302, 1, 303, 2, 307, 3, 308, 4);

    private final UpstreamNames names;
    private final JsonGenerator json;

    RouteFields(UpstreamNames names, JsonGenerator json) {
        this.names = names;
        this.json = json;
    }

    void write(Route route) {
        json.writeStartObject();
        match(route.match());
        if (route.action() instanceof Action.Forward forward) {
            to(forward);
        } else if (route.action() instanceof Action.Redirect redirect) {
            redirect(redirect);
        } else {
            json.writeObjectPropertyStart("redirect");
            json.writeBooleanProperty("https_redirect", true);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void match(RouteMatch match) {
        json.writeObjectPropertyStart("match");
        if (match.path() instanceof PathMatch.Prefix prefix) {
            json.writeStringProperty("prefix", prefix.text());
        } else if (match.path() instanceof PathMatch.Exact exact) {
            json.writeStringProperty("path", exact.text());
        } else {
            json.writeStringProperty("regex", match.path().text());
        }
        if (!match.caseSensitive()) {
            json.writeBooleanProperty("caseSensitive", false);
        }
        conditions("headers", match.headers());
        conditions("query", match.query());
        json.writeNumberProperty("percentBelow", match.percentBelow());
        json.writeEndObject();
    }

    private void conditions(String name, List<ValueMatch> conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(name);
        for (ValueMatch condition : conditions) {
            json.writeStartObject();
            json.writeStringProperty("name", condition.name());
            if (condition.value() instanceof TextMatch.Exact exact) {
                json.writeStringProperty("exact", exact.text());
            } else if (condition.value() instanceof TextMatch.Prefix prefix) {
                json.writeStringProperty("prefix", prefix.text());
            } else if (condition.value() instanceof TextMatch.Suffix suffix) {
                json.writeStringProperty("suffix", suffix.text());
            } else if (condition.value() instanceof TextMatch.Regex regex) {
                json.writeStringProperty("regex", regex.expression());
            } else {
                json.writeBooleanProperty("present", true);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void to(Action.Forward forward) {
        json.writeObjectPropertyStart("to");
        json.writeStringProperty("upstream", names.of(forward.upstream()));
        if (forward.path() instanceof PathRewrite.ReplaceMatch rewrite) {
            json.writeStringProperty("prefixRewrite", rewrite.by());
        } else if (forward.path() instanceof PathRewrite.ReplaceAll rewrite) {
            json.writeObjectPropertyStart("regexRewrite");
            json.writeStringProperty("pattern", rewrite.expression());
            json.writeStringProperty("substitution", rewrite.by());
            json.writeEndObject();
        }
        if (forward.host() instanceof HostRewrite.To rewrite) {
            json.writeStringProperty("hostRewrite", rewrite.host());
        }
        for (Limit limit : Limit.values()) {
            Duration most = forward.limits().get(limit);
            if (most != null) {
                json.writeNumberProperty(limit == Limit.REQUEST ? "timeoutMs" : "idleTimeoutMs", most.toMillis());
            }
        }
        if (forward.retry() instanceof Retry.On retry) {
            json.writeObjectPropertyStart("retry");
            json.writeStringProperty("on", retry.condition());
            if (retry.times() >= 0) {
                json.writeNumberProperty("times", retry.times());
            }
            json.writeEndObject();
        }
        if (!forward.mirrors().isEmpty()) {
            json.writeArrayPropertyStart("mirror");
            for (Mirror mirror : forward.mirrors()) {
                json.writeStartObject();
                json.writeStringProperty("upstream", names.of(mirror.upstream()));
                json.writeNumberProperty("percent", mirror.percent());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** In Envoy's words. */
    private void redirect(Action.Redirect redirect) {
        json.writeObjectPropertyStart("redirect");
        json.writeStringProperty("host_redirect", redirect.host());
        if (redirect.path() instanceof Action.RedirectPath.Whole whole) {
            json.writeStringProperty("path_redirect", whole.path());
        } else if (redirect.path() instanceof Action.RedirectPath.Prefix prefix) {
            json.writeStringProperty("prefix_rewrite", prefix.by());
        } else if (redirect.path() instanceof Action.RedirectPath.Regex regex) {
            json.writeObjectPropertyStart("regex_rewrite");
            json.writeObjectPropertyStart("pattern");
            json.writeObjectPropertyStart("google_re2");
            json.writeEndObject();
            json.writeStringProperty("regex", regex.expression());
            json.writeEndObject();
            json.writeStringProperty("substitution", regex.by());
            json.writeEndObject();
        }
        if (redirect.statusGiven()) {
            json.writeNumberProperty("response_code", STATUSES.getOrDefault(redirect.status(), 0));
        }
        json.writeEndObject();
    }
}
