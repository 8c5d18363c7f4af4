package dev.gatehouse.ambassador.explain;

import dev.gatehouse.ambassador.route.Limit;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What becomes of a request. */
public sealed interface Answer {
    /**
     * It goes to an upstream, and the client sees the upstream's answer.
     *
     * @param upstream {@code host:port}, or the name of the set of endpoints
     * @param tls whether it goes there over TLS
     * @param host the host that the upstream sees
     * @param target the path and query that the upstream sees
     * @param limits the durations that are set
     * @param retry whether it is tried again
     * @param mirrors who gets copies
     * @param upgrade the protocol that the connection is upgraded to; empty for none
     */
    record Forwarded(
            String upstream,
            boolean tls,
            String host,
            String target,
            Map<Limit, Duration> limits,
            Retry retry,
            List<Copy> mirrors,
            String upgrade)
            implements Answer {
        /** Copies the collections. */
        public Forwarded {
            limits = Map.copyOf(limits);
            mirrors = List.copyOf(mirrors);
        }
    }

    /**
     * Who gets copies of the request.
     *
     * @param upstream {@code host:port}, or the name of the set of endpoints
     * @param percent how many of 100 requests are copied
     * @param origin what asked for it
     */
    record Copy(String upstream, int percent, Origin origin) {}

    /**
     * The client is sent elsewhere.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param location the address that it is sent to
     */
    record Redirected(int status, String location) implements Answer {}

    /**
     * Emissary itself answers.
     *
     * @param status 400, 403, 404 or 500
     * @param why the reason
     */
    record Refused(int status, String why) implements Answer {}

    /**
     * The connection's bytes are passed on unread.
     *
     * @param upstreams {@code host:port} of each target
     * @param origin what asked for it
     */
    record PassedOn(List<String> upstreams, Origin origin) implements Answer {
        /** Copies {@code upstreams}. */
        public PassedOn {
            upstreams = List.copyOf(upstreams);
        }
    }

    /**
     * There is no connection, or it is closed at once.
     *
     * @param why the reason
     */
    record Closed(String why) implements Answer {}
}
