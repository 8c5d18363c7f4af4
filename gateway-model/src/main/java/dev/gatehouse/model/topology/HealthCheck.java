package dev.gatehouse.model.topology;

import java.time.Duration;

/**
 * How a balancer asks a target whether it lives.
 *
 * @param protocol {@code HTTP} or {@code HTTPS}, or {@code TCP} for a connection alone
 * @param port the target's port
 * @param path the path asked for; empty for {@code TCP}
 * @param codes which answers count as alive, such as {@code 200} or {@code 200-499}; those of gRPC where the target
 *     group speaks it; empty for {@code TCP}
 */
public record HealthCheck(String protocol, int port, String path, String codes) {
    /** How often a balancer asks, in every target group that we write. */
    public static final Duration INTERVAL = Duration.ofSeconds(10);

    /** After how many answers of one kind a target counts as dead, or as alive again. */
    public static final int THRESHOLD = 2;

    /** How long a balancer goes on sending to a target that died: two checks, 20 s. */
    public static final Duration NOTICED_AFTER = INTERVAL.multipliedBy(THRESHOLD);

    /** Emissary's own, on its diagnostics port: plain HTTP, never a redirect. */
    public static final HealthCheck AMBASSADOR = new HealthCheck("HTTP", 8877, "/ambassador/v0/check_ready", "200");

    /** A connection to the port that serves. */
    public static HealthCheck connection(int port) {
        return new HealthCheck("TCP", port, "", "");
    }

    /** Any answer but an error of the server's own: all that an ALB may ask of a model that it knows nothing of. */
    static HealthCheck answer(int port, boolean tls) {
        return new HealthCheck(tls ? "HTTPS" : "HTTP", port, "/", "200-499");
    }

    /**
     * A call of gRPC that no server knows.
     *
     * @param codes gRPC's own codes
     */
    static HealthCheck call(int port, boolean tls, String codes) {
        return new HealthCheck(tls ? "HTTPS" : "HTTP", port, "/AWS.ALB/healthcheck", codes);
    }
}
