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
        Optional<OutsideService> broken = broken(action);
        if (broken.isPresent()) {
            return new Answer.Refused(
                    500, broken.get().origin().subject() + " has an error, and then Emissary answers everything so");
        }
        if (action instanceof Action.Forward forward) {
            return forwarded(route, forward);
        }
        if (action instanceof Action.Redirect redirect) {
            return new Answer.Redirected(redirect.status(), location(route, redirect));
        }
        return new Answer.Redirected(301, "https://" + withoutOldPort() + request.target());
    }

    /** The authorization service that is asked first, if there is one and the route lets it. */
    Optional<OutsideService> asked(Action action) {
        return action.authorization() instanceof Authorization.Bypass
                ? Optional.empty()
                : table.globals().services().stream()
                        .filter(service -> service.kind().equals("AuthService"))
                        .findFirst();
    }

    private Optional<OutsideService> broken(Action action) {
        return asked(action).filter(OutsideService::broken);
    }

    private Answer forwarded(Route route, Action.Forward forward) {
        String upgrade = request.upgrade();
        if (!upgrade.isEmpty() && forward.extras().upgrades().stream().noneMatch(upgrade::equalsIgnoreCase)) {
            return new Answer.Refused(403, "allow_upgrade does not list " + upgrade);
        }
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
                upgrade);
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
        String scheme = request.header("x-forwarded-proto").orElse(request.secure() ? "https" : "http");
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
