package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Authorization;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.SecurityModel;
import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.ValueMatch;
import java.util.ArrayList;
import java.util.List;

/** What a listener's security model and a Host's action for insecure requests make of one route. Kept for all Hosts. */
final class Variants {
    private static final String XFP = "x-forwarded-proto";
    private static final String CHALLENGES = "/.well-known/acme-challenge/";

    private final Route plain;
    private final Route ofHttps;
    private final Route ofAny;
    private final Route toHttps;
    private final Route anyToHttps;

    Variants(Route route) {
        plain = route;
        ofHttps = withScheme(route, true);
        ofAny = withScheme(route, false);
        Action redirect = new Action.ToHttps(new Authorization.Bypass());
        toHttps = new Route(ofAny.match(), redirect, route.origin());
        anyToHttps = new Route(route.match(), redirect, route.origin());
    }

    /** The entries of a virtual host, in order. */
    List<Route> in(SecurityModel security, Host.InsecureAction action) {
        Host.InsecureAction insecure = plain.match().path() instanceof PathMatch.Prefix prefix
                        && prefix.text().equals(CHALLENGES)
                ? Host.InsecureAction.ROUTE
                : action;
        return switch (security) {
            case SECURE -> List.of(plain);
            case INSECURE -> insecure(insecure, plain, anyToHttps);
            case XFP -> {
                List<Route> both = new ArrayList<>(2);
                both.add(ofHttps);
                both.addAll(insecure(insecure, ofAny, toHttps));
                yield both;
            }
        };
    }

    private static List<Route> insecure(Host.InsecureAction action, Route routed, Route redirected) {
        return switch (action) {
            case ROUTE -> List.of(routed);
            case REDIRECT -> List.of(redirected);
            case REJECT -> List.of();
        };
    }

    /** The route with a condition on the scheme in place of any that it had, or with none. */
    private static Route withScheme(Route route, boolean https) {
        List<ValueMatch> headers = new ArrayList<>();
        for (ValueMatch header : route.match().headers()) {
            if (!header.name().equalsIgnoreCase(XFP)) {
                headers.add(header);
            }
        }
        if (https) {
            headers.add(new ValueMatch(XFP, new TextMatch.Exact("https")));
        }
        // with nothing left the compiler forgets to write the empty list back
        return headers.isEmpty()
                ? route
                : new Route(route.match().withHeaders(headers), route.action(), route.origin());
    }
}
