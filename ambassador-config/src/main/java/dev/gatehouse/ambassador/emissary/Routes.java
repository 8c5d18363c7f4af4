package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Authorization;
import dev.gatehouse.ambassador.route.HostRewrite;
import dev.gatehouse.ambassador.route.Limit;
import dev.gatehouse.ambassador.route.Mirror;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.PathRewrite;
import dev.gatehouse.ambassador.route.Retry;
import dev.gatehouse.ambassador.route.Route;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the routes of a group, before they are put into virtual hosts. */
final class Routes {
    private static final Map<Integer, Integer> STATUSES = Map.of(301, 0, 302, 1, 303, 2, 307, 3, 308, 4);

    private final Module module;
    private final Function<String, String> upstreamNames;
    private final Extras extras;

    /**
     * Makes a maker.
     *
     * @param upstreamNames each upstream's name by its long one
     */
    Routes(Module module, Function<String, String> upstreamNames, Extras extras) {
        this.module = module;
        this.upstreamNames = upstreamNames;
        this.extras = extras;
    }

    /**
     * The routes of a group.
     *
     * @param clusters the long name of each member's and the shadow's upstream
     * @param problems gets what is wrong
     */
    List<Route> of(HttpGroup group, Map<Origin, String> clusters, Problems problems) {
        List<Route> routes = new ArrayList<>();
        group.redirect()
                .ifPresent(redirect -> routes.add(new Route(
                        Matches.inGroup(group, redirect, 100), redirect(redirect, problems), redirect.origin())));
        Action.Extras shared = extras.of(group, module);
        for (HttpMapping member : group.members()) {
            routes.add(new Route(
                    Matches.inGroup(group, member, group.percentBelow(member)),
                    forward(group, member, clusters, shared),
                    member.origin()));
        }
        return routes;
    }

    private Action forward(HttpGroup group, HttpMapping member, Map<Origin, String> clusters, Action.Extras shared) {
        Attributes values = member.values();
        Map<Limit, Duration> limits = new EnumMap<>(Limit.class);
        limits.put(Limit.REQUEST, Rounding.millis(values.number("timeout_ms").orElseGet(module::timeoutMillis)));
        values.number("idle_timeout_ms").ifPresent(idle -> limits.put(Limit.IDLE, Rounding.millis(idle)));
        Retry retry = RetryPolicy.of(
                group.values.has("retry_policy") ? group.values.map("retry_policy") : module.retryPolicy());
        List<Mirror> mirrors = group.shadow()
                .map(shadow -> List.of(new Mirror(
                        upstream(clusters, shadow),
                        shadow.values().number("weight").map(Rounding::whole).orElse(100),
                        shadow.origin())))
                .orElse(List.of());
        return new Action.Forward(
                upstream(clusters, member),
                pathRewrite(group, member),
                hostRewrite(values),
                limits,
                retry,
                mirrors,
                shared,
                authorization(values));
    }

    private String upstream(Map<Origin, String> clusters, HttpMapping mapping) {
        String longName = clusters.get(mapping.origin());
        if (longName == null) {
            throw new IllegalStateException(
                    mapping.origin().subject() + " needs an upstream from the clusters, which have none for it");
        }
        return upstreamNames.apply(longName);
    }

    private static PathRewrite pathRewrite(HttpGroup group, HttpMapping member) {
        Attributes expression = group.values.map("regex_rewrite");
        if (expression.has("pattern")) {
            return new PathRewrite.ReplaceAll(expression.text("pattern"), expression.text("substitution"));
        }
        String rewrite = member.values().text("rewrite");
        return rewrite.isEmpty() ? new PathRewrite.Keep() : new PathRewrite.ReplaceMatch(rewrite);
    }

    private static HostRewrite hostRewrite(Attributes values) {
        if (values.has("host_rewrite")) {
            return new HostRewrite.To(values.text("host_rewrite"));
        }
        return values.truthy("auto_host_rewrite") ? new HostRewrite.OfUpstream() : new HostRewrite.Keep();
    }

    private static Authorization authorization(Attributes values) {
        if (values.truthy("bypass_auth")) {
            return new Authorization.Bypass();
        }
        Map<String, String> context = new LinkedHashMap<>();
        values.map("auth_context_extensions")
                .values()
                .forEach((name, value) -> context.put(name, Attributes.text(value, "")));
        return new Authorization.Ask(context);
    }

    private static Action redirect(HttpMapping mapping, Problems problems) {
        Attributes values = mapping.values();
        boolean given = values.truthy("redirect_response_code");
        int status = values.number("redirect_response_code")
                .map(BigDecimal::intValue)
                .orElse(0);
        if (given && !STATUSES.containsKey(status)) {
            problems.add(
                    Problems.GLOBAL, mapping.origin(), "redirect_response_code is none of 301, 302, 303, 307, 308");
            status = 301;
        }
        return new Action.Redirect(
                values.text("service"), redirectPath(values), given ? status : 301, given, new Authorization.Bypass());
    }

    private static Action.RedirectPath redirectPath(Attributes values) {
        if (values.truthy("path_redirect")) {
            return new Action.RedirectPath.Whole(values.text("path_redirect"));
        }
        if (values.truthy("prefix_redirect")) {
            return new Action.RedirectPath.Prefix(values.text("prefix_redirect"));
        }
        if (values.truthy("regex_redirect")) {
            Attributes expression = values.map("regex_redirect");
            return new Action.RedirectPath.Regex(expression.text("pattern"), expression.text("substitution"));
        }
        return new Action.RedirectPath.Keep();
    }
}
