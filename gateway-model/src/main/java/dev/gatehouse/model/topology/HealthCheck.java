package dev.gatehouse.model.topology;

/**
 * How a balancer asks a target whether it lives.
 *
 * @param protocol {@code HTTP}, or {@code TCP} for a connection alone
 * @param port the target's port
 * @param path the path asked for; empty for {@code TCP}
 */
public record HealthCheck(String protocol, int port, String path) {
    /** Emissary's own, on its diagnostics port: plain HTTP, never a redirect. */
    public static final HealthCheck AMBASSADOR = new HealthCheck("HTTP", 8877, "/ambassador/v0/check_ready");

    /** A connection to the port that serves. */
    public static HealthCheck connection(int port) {
        return new HealthCheck("TCP", port, "");
    }
}
