package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.explain.Expressions;
import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.HeaderEdit;
import dev.gatehouse.ambassador.route.HostRewrite;
import dev.gatehouse.ambassador.route.Limit;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.PathRewrite;
import dev.gatehouse.ambassador.route.Route;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What requests and answers look like behind the ingress. */
final class Outgoing {
    private static final List<AsciiString> ONE_HOP_ONLY = Stream.of(
                    "connection", "keep-alive", "proxy-connection", "upgrade", "http2-settings", "expect")
            .map(AsciiString::cached)
            .toList();
    private static final Expressions EXPRESSIONS = new Expressions();

    private Outgoing() {}

    /** A request's head as the upstream sees it; the headers of what came are changed and taken. */
    static HttpRequest request(Asked asked, Route route, Action.Forward forward, Cluster cluster, Manners manners) {
        HttpHeaders headers = asked.headers();
        String upgrade = asked.upgrade();
        oneHopOnly(headers);
        if (!upgrade.isEmpty()) {
            headers.set("connection", "Upgrade").set("upgrade", upgrade);
        }
        if (headers.contains("te") && !"trailers".equalsIgnoreCase(headers.get("te"))) {
            headers.remove("te");
        }
        String target = target(asked, route.match().path(), forward.path());
        if (manners.envoyHeaders()) {
            if (!target.equals(asked.target())) {
                headers.set("x-envoy-original-path", asked.target());
            }
            Duration limit = forward.limits().getOrDefault(Limit.REQUEST, Duration.ZERO);
            if (!limit.isZero()) {
                headers.set("x-envoy-expected-rq-timeout-ms", String.valueOf(limit.toMillis()));
            }
        }
        edit(headers, forward.extras().headers(), HeaderEdit.Side.REQUEST);
        headers.set("host", host(asked, forward.host(), cluster));
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(asked.method()), target, headers);
    }

    /** A copy for a shadow: Envoy marks its host. */
    static HttpRequest copy(HttpRequest request) {
        HttpHeaders headers = request.headers().copy();
        String host = headers.get("host", "");
        String name = Asked.host(host);
        headers.set("host", name + "-shadow" + host.substring(name.length()));
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, request.method(), request.uri(), headers);
    }

    /** What becomes of an answer's headers on their way to the client. */
    static void answer(HttpHeaders headers, Manners manners, Action.Forward forward, long nanos) {
        oneHopOnly(headers);
        headers.remove("x-http2-stream-id");
        headers.set("server", manners.serverName());
        if (manners.envoyHeaders()) {
            headers.set("x-envoy-upstream-service-time", TimeUnit.NANOSECONDS.toMillis(nanos));
        }
        edit(headers, forward.extras().headers(), HeaderEdit.Side.ANSWER);
    }

    /** Takes away what concerns one connection only. */
    static void oneHopOnly(HttpHeaders headers) {
        for (AsciiString name : ONE_HOP_ONLY) {
            headers.remove(name);
        }
    }

    static void edit(HttpHeaders headers, List<HeaderEdit> edits, HeaderEdit.Side side) {
        for (HeaderEdit edit : edits) {
            if (edit.side() != side) {
                continue;
            }
            if (edit.how() instanceof HeaderEdit.Change.Append append) {
                headers.add(edit.name(), append.value());
            } else if (edit.how() instanceof HeaderEdit.Change.Set set) {
                headers.set(edit.name(), set.value());
            } else {
                headers.remove(edit.name());
            }
        }
    }

    private static String host(Asked asked, HostRewrite rewrite, Cluster cluster) {
        if (rewrite instanceof HostRewrite.To to) {
            return to.host();
        }
        return rewrite instanceof HostRewrite.OfUpstream ? cluster.host().orElse(asked.authority()) : asked.authority();
    }

    private static String target(Asked asked, PathMatch match, PathRewrite rewrite) {
        if (rewrite instanceof PathRewrite.ReplaceAll all) {
            return EXPRESSIONS.replaced(asked.path(), all.expression(), all.by()) + asked.query();
        }
        return rewrite instanceof PathRewrite.ReplaceMatch replace
                ? swapped(asked, match, replace.by())
                : asked.target();
    }

    /** The matched part replaced: of an expression and of an exact path that is the whole path. */
    private static String swapped(Asked asked, PathMatch match, String by) {
        String path = asked.path();
        String rest = match instanceof PathMatch.Prefix prefix
                ? path.substring(Math.min(prefix.text().length(), path.length()))
                : "";
        return by + rest + asked.query();
    }

    /** Where a client is sent. */
    static String location(Asked asked, Route route) {
        if (!(route.action() instanceof Action.Redirect redirect)) {
            String host = Asked.port(asked.authority()) == 80 ? Asked.host(asked.authority()) : asked.authority();
            return "https://" + host + asked.target();
        }
        String said = asked.header("x-forwarded-proto");
        String scheme = "http".equals(said) || "https".equals(said) ? said : asked.secure() ? "https" : "http";
        String target = asked.target();
        if (redirect.path() instanceof Action.RedirectPath.Whole whole) {
            target = whole.path() + (whole.path().contains("?") ? "" : asked.query());
        } else if (redirect.path() instanceof Action.RedirectPath.Prefix prefix) {
            target = swapped(asked, route.match().path(), prefix.by());
        } else if (redirect.path() instanceof Action.RedirectPath.Regex regex) {
            target = EXPRESSIONS.replaced(asked.path(), regex.expression(), regex.by()) + asked.query();
        }
        return scheme + "://" + redirect.host() + target;
    }
}
