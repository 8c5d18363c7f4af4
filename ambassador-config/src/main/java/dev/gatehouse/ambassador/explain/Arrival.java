package dev.gatehouse.ambassador.explain;

import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.RouteTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request as routes see it, after the listener has worked on it.
 *
 * @param request the request
 * @param refusal why Envoy answers 400 before any route; empty if it does not
 * @param notes what was changed or assumed
 */
record Arrival(Request request, String refusal, List<String> notes) {
    private static final String XFP = "x-forwarded-proto";
    private static final Pattern ESCAPED_SLASH = Pattern.compile("%(2f|5c)", Pattern.CASE_INSENSITIVE);

    static Arrival of(RouteTable table, Request sent, Entrance entrance, Listener listener) {
        List<String> notes = new java.util.ArrayList<>();
        Map<String, Object> module = table.globals().module();
        Request request = scheme(sent, entrance, listener, module, notes);
        if (flag(module, "strip_matching_host_port")
                && request.port() != 0
                && request.port() == asked(request, listener)) {
            request = request.withAuthority(request.host());
        }
        if (!NormalPath.readable(request.target())) {
            return new Arrival(request, "the path holds a character that must be escaped", notes);
        }
        if (flag(module, "reject_requests_with_escaped_slashes")
                && ESCAPED_SLASH.matcher(request.path()).find()) {
            return new Arrival(request, "the path holds an escaped slash", notes);
        }
        Optional<String> path = NormalPath.of(request.path(), flag(module, "merge_slashes"));
        if (path.isEmpty()) {
            return new Arrival(request, "the path holds a zero byte", notes);
        }
        if (!path.get().equals(request.path())) {
            notes.add("Envoy makes " + path.get() + " of the path " + request.path());
        }
        return new Arrival(request.withTarget(path.get() + request.query()), "", notes);
    }

    /** The port that the client has reached: a PROXY header tells the balancer's, which is the one that is written. */
    private static int asked(Request request, Listener listener) {
        return listener.protocols().contains("PROXY") ? request.port() : listener.port();
    }

    /** Who is believed about the scheme: the connection, or where proxies in front are trusted, they. */
    private static Request scheme(
            Request request, Entrance entrance, Listener listener, Map<String, Object> module, List<String> notes) {
        String connection = entrance.endsTls() ? "https" : "http";
        boolean trusting = listener.trustedHops() > 0
                || (module.containsKey("use_remote_address") && !flag(module, "use_remote_address"));
        if (!trusting) {
            if (entrance.tlsInFront()) {
                notes.add("TLS ends in front of listener " + listener.name() + "; with l7Depth 0 it believes no " + XFP
                        + " header, so the request counts as http");
            }
            return request.with(XFP, connection);
        }
        if (request.header(XFP).isPresent()) {
            return request;
        }
        if (entrance.tlsInFront()) {
            notes.add("TLS ends in front of listener " + listener.name() + ", where a proxy is taken to have set " + XFP
                    + ": https");
            return request.with(XFP, "https");
        }
        return request.with(XFP, connection);
    }

    private static boolean flag(Map<String, Object> module, String name) {
        Object value = module.getOrDefault(name, false);
        return value instanceof Boolean flag
                ? flag
                : value instanceof String text
                        ? List.of("y", "yes", "on", "1", "true", "t").contains(text.toLowerCase(Locale.ROOT))
                        : value instanceof BigDecimal number && number.signum() != 0;
    }
}
