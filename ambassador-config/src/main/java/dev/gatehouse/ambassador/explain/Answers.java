package dev.gatehouse.ambassador.explain;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Authorization;
import dev.gatehouse.ambassador.route.Globals.OutsideService;
import dev.gatehouse.ambassador.route.HostRewrite;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.PathRewrite;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.ambassador.route.ValueMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a request that a route takes. */
final class Answers {
    private static final List<String> HEALTH_CHECKS =
            List.of("/ambassador/v0/check_alive", "/ambassador/v0/check_ready");

    private final RouteTable table;
    private final Request request;
    private final Expressions expressions;

    Answers(RouteTable table, Request request, Expressions expressions) {
        this.table = table;
        this.request = request;
        this.expressions = expressions;
    }

    Answer of(Route route) {
        Action action = route.action();
        String upgrade = request.upgrade();
        if (!upgrade.isEmpty() && upgrades(action).noneMatch(upgrade::equalsIgnoreCase)) {
            return new Answer.Refused(
                    403,
                    action instanceof Action.Forward
                            ? "allow_upgrade does not list " + upgrade
                            : "a redirect takes no upgrade to " + upgrade);
        }
        return broken().orElseGet(() -> routed(route));
    }

    private Answer routed(Route route) {
        if (route.action() instanceof Action.Forward forward) {
            return forwarded(route, forward);
        }
        if (route.action() instanceof Action.Redirect redirect) {
            return new Answer.Redirected(redirect.status(), location(route, redirect));
        }
        return new Answer.Redirected(301, "https://" + withoutOldPort() + request.target());
    }

    private static Stream<String> upgrades(Action action) {
        return action instanceof Action.Forward forward ? forward.extras().upgrades().stream() : Stream.empty();
    }

    /** The answer to a request that no route takes. */
    Answer ofNone(String why) {
        return broken().orElseGet(() -> new Answer.Refused(404, why));
    }

    /** The answer to all requests but Emissary's own health checks, whatever their routes say. */
    private Optional<Answer> broken() {
        return authorization()
                .filter(OutsideService::broken)
                .filter(service -> !HEALTH_CHECKS.contains(request.target()))
                .map(service -> new Answer.Refused(
                        500, service.origin().subject() + " has an error, and then Emissary answers everything so"));
    }

    /** The authorization service that is asked first, if there is one and the route lets it. */
    Optional<OutsideService> asked(Action action) {
        return authorization()
                .filter(service -> !service.broken() && !(action.authorization() instanceof Authorization.Bypass));
    }

    private Optional<OutsideService> authorization() {
        return table.globals().services().stream()
                .filter(service -> service.kind().equals("AuthService"))
                .findFirst();
    }

    private Answer forwarded(Route route, Action.Forward forward) {
        Optional<Upstream> upstream = table.upstream(forward.upstream());
        return new Answer.Forwarded(
                text(forward.upstream()),
                upstream.map(found -> !(found.tls() instanceof Upstream.Tls.Cleartext))
                        .orElse(false),
                host(forward, upstream),
                target(route.match().path(), forward.path()),
                forward.limits(),
                forward.retry(),
                forward.mirrors().stream()
                        .map(mirror -> new Answer.Copy(text(mirror.upstream()), mirror.percent(), mirror.origin()))
                        .toList(),
                request.upgrade());
    }

    private String text(String upstream) {
        return table.upstream(upstream).map(found -> found.target().text()).orElse(upstream);
    }

    private String host(Action.Forward forward, Optional<Upstream> upstream) {
        if (forward.host() instanceof HostRewrite.To to) {
            return to.host();
        }
        if (forward.host() instanceof HostRewrite.OfUpstream
                && upstream.isPresent()
                && upstream.get().target() instanceof Upstream.Target.Address address) {
            return address.host();
        }
        return request.authority();
    }

    private String target(PathMatch match, PathRewrite rewrite) {
        if (rewrite instanceof PathRewrite.ReplaceAll all) {
            return expressions.replaced(request.path(), all.expression(), all.by()) + request.query();
        }
        return rewrite instanceof PathRewrite.ReplaceMatch replace ? swapped(match, replace.by()) : request.target();
    }

    /** The matched part replaced: of an expression and of an exact path that is the whole path. */
    private String swapped(PathMatch match, String by) {
        String rest = match instanceof PathMatch.Prefix prefix
                ? request.path()
                        .substring(
                                Math.min(prefix.text().length(), request.path().length()))
                : "";
        return by + rest + request.query();
    }

    private String location(Route route, Action.Redirect redirect) {
        String scheme = request.header("x-forwarded-proto")
                .filter(said -> said.equals("http") || said.equals("https"))
                .orElse(request.secure() ? "https" : "http");
        String target = request.target();
        if (redirect.path() instanceof Action.RedirectPath.Whole whole) {
            target = whole.path() + (whole.path().contains("?") ? "" : request.query());
        } else if (redirect.path() instanceof Action.RedirectPath.Prefix prefix) {
            target = swapped(route.match().path(), prefix.by());
        } else if (redirect.path() instanceof Action.RedirectPath.Regex regex) {
            target = expressions.replaced(request.path(), regex.expression(), regex.by()) + request.query();
        }
        return scheme + "://" + redirect.host() + target;
    }

    private String withoutOldPort() {
        return request.port() == 80 ? request.host() : request.authority();
    }

    /** The expressions of a route that are no RE2. */
    List<String> invalid(Route route) {
        List<String> all = new ArrayList<>();
        if (route.match().path() instanceof PathMatch.Regex regex) {
            all.add(regex.text());
        }
        Stream.concat(route.match().headers().stream(), route.match().query().stream())
                .map(ValueMatch::value)
                .filter(TextMatch.Regex.class::isInstance)
                .map(value -> ((TextMatch.Regex) value).expression())
                .forEach(all::add);
        if (route.action() instanceof Action.Forward forward
                && forward.path() instanceof PathRewrite.ReplaceAll rewrite) {
            all.add(rewrite.expression());
        }
        all.removeIf(expressions::valid);
        return all;
    }
}
