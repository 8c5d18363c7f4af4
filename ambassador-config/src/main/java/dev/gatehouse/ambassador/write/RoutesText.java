package dev.gatehouse.ambassador.write;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Candidate;
import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.HostRewrite;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.PathRewrite;
import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteMatch;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Standing;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A route table for a terminal, at most 100 columns wide. */
public final class RoutesText {
    private RoutesText() {}

    /** The text, with a line break at the end. What the ingress adds by itself is left out. */
    public static String write(RouteTable table) {
        Lines lines = new Lines();
        UpstreamNames names = new UpstreamNames(table);
        for (Listener listener : table.listeners()) {
            lines.add(
                    0,
                    "listener " + listener.name() + ", port " + listener.port() + " ("
                            + String.join(", ", listener.protocols()) + "; " + listener.security()
                            + (listener.trustedHops() > 0 ? "; trusts " + listener.trustedHops() + " in front" : "")
                            + ")");
            for (FilterChain chain : listener.chains()) {
                if (chain instanceof FilterChain.Http http) {
                    http.virtualHosts().forEach(host -> host(lines, host, chain, names));
                } else if (chain instanceof FilterChain.Tcp tcp) {
                    lines.add(2, "bytes" + over(chain));
                    tcp.targets()
                            .forEach(target ->
                                    lines.add(4, "weight " + target.weight() + "  → " + names.of(target.upstream())));
                }
            }
        }
        if (table.listeners().isEmpty()) {
            lines.add(0, "no port is open: no Listener has a Host behind it");
        }
        unrouted(lines, table.candidates());
        problems(lines, table.problems());
        return lines.text();
    }

    private static String over(FilterChain chain) {
        if (chain.tlsContext().isEmpty()) {
            return "";
        }
        return " over TLS (" + chain.tlsContext()
                + (chain.serverNames().isEmpty() ? "" : "; " + String.join(", ", chain.serverNames())) + ")";
    }

    private static void host(Lines lines, VirtualHost host, FilterChain chain, UpstreamNames names) {
        lines.add(2, "host " + String.join(", ", host.domains()) + over(chain));
        Map<RouteMatch, Integer> covered = new HashMap<>();
        for (Route route : host.routes()) {
            if (!route.origin().synthetic()) {
                RouteMatch requests = route.match().forAllDraws();
                int before = covered.getOrDefault(requests, 0);
                int below = Math.min(100, route.match().percentBelow());
                covered.put(requests, Math.max(before, below));
                route(lines, route, Math.max(0, below - before), names);
            }
        }
        if (covered.isEmpty()) {
            lines.add(4, "no route: every request gets 404");
        }
    }

    private static void route(Lines lines, Route route, int percent, UpstreamNames names) {
        List<String> conditions = Words.conditions(route.match());
        boolean secureOnly = route.match().headers().stream()
                .anyMatch(header -> header.name().equals("x-forwarded-proto"));
        lines.add(
                4,
                Words.path(route.match())
                        + (conditions.isEmpty() ? "" : "  " + String.join(", ", conditions))
                        + (secureOnly ? "  secure" : ""));
        lines.add(
                8,
                (percent == 100 ? "" : percent + " %  ") + route.origin().key() + " → "
                        + action(route.action(), names));
    }

    private static String action(Action action, UpstreamNames names) {
        if (action instanceof Action.Redirect redirect) {
            return redirect.status() + " to " + redirect.host();
        }
        if (!(action instanceof Action.Forward forward)) {
            return "301 to https";
        }
        StringBuilder text = new StringBuilder(names.of(forward.upstream()));
        if (forward.path() instanceof PathRewrite.ReplaceMatch rewrite) {
            text.append(" ").append(rewrite.by());
        } else if (forward.path() instanceof PathRewrite.ReplaceAll rewrite) {
            text.append(" ").append(rewrite.expression()).append(" as ").append(rewrite.by());
        }
        if (forward.host() instanceof HostRewrite.To to) {
            text.append(" as ").append(to.host());
        }
        text.append(", ").append(Words.limits(forward.limits(), forward.retry()));
        forward.mirrors()
                .forEach(mirror -> text.append(", ")
                        .append(mirror.percent())
                        .append(" % copied to ")
                        .append(names.of(mirror.upstream())));
        return text.toString();
    }

    private static void unrouted(Lines lines, List<Candidate> candidates) {
        List<Candidate> without = candidates.stream()
                .filter(candidate -> !candidate.origin().synthetic())
                .filter(candidate -> !candidate.why().isEmpty()
                        || (candidate.standing() != Standing.MIRRORS
                                && candidate.origin().kind().equals("Mapping")
                                && candidate.hosts().isEmpty()))
                .toList();
        if (without.isEmpty()) {
            return;
        }
        lines.blank().add(0, "without a route");
        for (Candidate candidate : without) {
            lines.add(
                    2, candidate.origin().subject() + "  " + candidate.origin().place());
            lines.add(6, candidate.why().isEmpty() ? "no Host takes it" : candidate.why());
        }
    }

    private static void problems(Lines lines, List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        lines.blank().add(0, "problems");
        for (Problem problem : problems) {
            lines.add(2, problem.culprit().subject() + ": " + problem.what());
        }
    }
}
