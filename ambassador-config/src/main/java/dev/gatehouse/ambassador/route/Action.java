package dev.gatehouse.ambassador.route;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What becomes of a request that a route takes. */
public sealed interface Action {
    /** Whether the authorization service is asked first. */
    Authorization authorization();

    /**
     * It goes to an upstream.
     *
     * @param upstream the name of the {@link Upstream}
     * @param path what becomes of the path
     * @param host what becomes of the host
     * @param limits the durations that are set; {@link Limit#REQUEST} always is
     * @param retry whether it is tried again
     * @param mirrors who gets copies
     * @param extras what else is set
     * @param authorization whether the authorization service is asked first
     */
    record Forward(
            String upstream,
            PathRewrite path,
            HostRewrite host,
            Map<Limit, Duration> limits,
            Retry retry,
            List<Mirror> mirrors,
            Extras extras,
            Authorization authorization)
            implements Action {
        /** Copies the collections. */
        public Forward {
            limits = Map.copyOf(limits);
            mirrors = List.copyOf(mirrors);
        }
    }

    /**
     * What a route may set besides.
     *
     * @param headers headers that are added or taken away, in order
     * @param upgrades protocols that a connection may be upgraded to, such as {@code websocket}
     * @param affinity what decides which endpoint gets the request
     * @param priority {@code default} or {@code high}; empty where nothing is said
     * @param cors the {@code cors} block that holds, as it was written; empty for none
     * @param rateLimits the descriptors for the rate limit service, as they were written, the default ones first
     */
    record Extras(
            List<HeaderEdit> headers,
            List<String> upgrades,
            Affinity affinity,
            String priority,
            Map<String, Object> cors,
            List<RateLimit> rateLimits) {
        /** Copies the lists. */
        public Extras {
            headers = List.copyOf(headers);
            upgrades = List.copyOf(upgrades);
            cors = Map.copyOf(cors);
            rateLimits = List.copyOf(rateLimits);
        }
    }

    /**
     * The client is sent to the same address over TLS: 301 with {@code https}.
     *
     * @param authorization whether the authorization service is asked first
     */
    record ToHttps(Authorization authorization) implements Action {}

    /**
     * The client is sent elsewhere.
     *
     * @param host the host of the new address, as it was written
     * @param path what becomes of the path
     * @param status the status, 301 unless something else was written
     * @param statusGiven whether the status was written
     * @param authorization whether the authorization service is asked first
     */
    record Redirect(String host, RedirectPath path, int status, boolean statusGiven, Authorization authorization)
            implements Action {}

    /** What becomes of the path when a client is sent elsewhere. */
    sealed interface RedirectPath {
        /** It stays. */
        record Keep() implements RedirectPath {}

        /** It is replaced as a whole. */
        record Whole(String path) implements RedirectPath {}

        /** The prefix that the route matched is replaced. */
        record Prefix(String by) implements RedirectPath {}

        /** What an RE2 expression matches is replaced. */
        record Regex(String expression, String by) implements RedirectPath {}
    }
}
