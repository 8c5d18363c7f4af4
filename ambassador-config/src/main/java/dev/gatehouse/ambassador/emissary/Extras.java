package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Affinity;
import dev.gatehouse.ambassador.route.HeaderEdit;
import dev.gatehouse.ambassador.route.RateLimit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes what a group's routes set besides their upstream.
 *
 * @param rateLimitDomain the only label domain that is used: the rate limit service's; empty where there is none
 */
record Extras(Optional<String> rateLimitDomain) {
    Action.Extras of(HttpGroup group, Module module) {
        Attributes values = group.values;
        Attributes cors = values.has("cors") ? values.map("cors") : module.map("cors");
        return new Action.Extras(
                headers(values),
                values.texts("allow_upgrade"),
                affinity(values.map("load_balancer")),
                values.text("priority"),
                cors.values(),
                rateLimitDomain
                        .map(domain -> rateLimits(values, module, domain))
                        .orElse(List.of()));
    }

    private static List<HeaderEdit> headers(Attributes values) {
        List<HeaderEdit> edits = new ArrayList<>();
        added(values.map("add_request_headers"), HeaderEdit.Side.REQUEST, edits);
        added(values.map("add_response_headers"), HeaderEdit.Side.ANSWER, edits);
        removed(values, "remove_request_headers", HeaderEdit.Side.REQUEST, edits);
        removed(values, "remove_response_headers", HeaderEdit.Side.ANSWER, edits);
        return edits;
    }

    private static void added(Attributes headers, HeaderEdit.Side side, List<HeaderEdit> edits) {
        headers.values().forEach((name, given) -> {
            Attributes detail = Attributes.mapOf(given);
            String value = given instanceof Map<?, ?> ? detail.text("value") : Attributes.text(given, "");
            boolean append = !detail.has("append") || detail.truthy("append");
            edits.add(new HeaderEdit(
                    side, name, append ? new HeaderEdit.Change.Append(value) : new HeaderEdit.Change.Set(value)));
        });
    }

    private static void removed(Attributes values, String name, HeaderEdit.Side side, List<HeaderEdit> edits) {
        List<String> names =
                values.get(name).orElse("") instanceof String one && !one.isEmpty() ? List.of(one) : values.texts(name);
        names.forEach(header -> edits.add(new HeaderEdit(side, header, new HeaderEdit.Change.Remove())));
    }

    private static Affinity affinity(Attributes balancing) {
        if (!LoadBalancing.hashing(balancing)) {
            return new Affinity.None();
        }
        if (balancing.has("cookie")) {
            Attributes cookie = balancing.map("cookie");
            return new Affinity.Cookie(cookie.text("name"), cookie.text("path"), cookie.text("ttl"));
        }
        return balancing.has("header") ? new Affinity.Header(balancing.text("header")) : new Affinity.SourceAddress();
    }

    /** Default labels stand in front of a group's own, and alone where it has none. */
    private static List<RateLimit> rateLimits(Attributes values, Module module, String domain) {
        Attributes labels = values.map("labels");
        List<?> defaults = module.defaultLabels(domain);
        if (labels.values().isEmpty()) {
            return defaults.isEmpty() || !domain.equals(module.labelDomain())
                    ? List.of()
                    : List.of(new RateLimit("defaults", actions(defaults)));
        }
        List<RateLimit> limits = new ArrayList<>();
        for (Object group : labels.list(domain)) {
            Attributes.mapOf(group).values().entrySet().stream().findFirst().ifPresent(entry -> {
                List<Map<String, Object>> actions = new ArrayList<>(actions(defaults));
                if (entry.getValue() instanceof List<?> own) {
                    actions.addAll(actions(own));
                }
                limits.add(new RateLimit(entry.getKey(), actions));
            });
        }
        return limits;
    }

    private static List<Map<String, Object>> actions(List<?> given) {
        List<Map<String, Object>> actions = new ArrayList<>();
        given.forEach(action ->
                actions.add(new LinkedHashMap<>(Attributes.mapOf(action).values())));
        return actions;
    }
}
