package dev.gatehouse.model.topology;

/**
 * What joins a port of a balancer to the pods behind it. Both sides know it by its name.
 *
 * @param name at most 32 characters: a slug and a hash of every property whose change replaces the target group or its
 *     balancer, so that a replacement never meets its own name
 * @param carries what the balancer sends the targets
 * @param port the targets' port
 * @param tls whether the balancer speaks TLS to the targets
 * @param namespace the namespace of the Service that the targets belong to
 * @param service the Service's name
 * @param servicePort the Service's port
 * @param preservesClientAddress whether targets see the client's own address
 * @param healthCheck how the balancer checks the targets
 */
public record TargetGroup(
        String name,
        Carries carries,
        int port,
        boolean tls,
        String namespace,
        String service,
        int servicePort,
        boolean preservesClientAddress,
        HealthCheck healthCheck) {
    /** What a balancer sends its targets. */
    public enum Carries {
        /** Bytes as they come: an NLB. */
        BYTES("TCP", "TLS", ""),
        /** Requests by HTTP/1.1: an ALB. */
        HTTP("HTTP", "HTTPS", "HTTP1"),
        /** Calls by gRPC, over HTTP/2: an ALB. */
        GRPC("HTTP", "HTTPS", "GRPC");

        private final String clear;
        private final String encrypted;
        private final String version;

        Carries(String clear, String encrypted, String version) {
            this.clear = clear;
            this.encrypted = encrypted;
            this.version = version;
        }

        /** AWS's word for the protocol: {@code TCP}, {@code TLS}, {@code HTTP} or {@code HTTPS}. */
        public String protocol(boolean tls) {
            return tls ? encrypted : clear;
        }

        /** AWS's word for the version of the protocol; empty for bytes. */
        public String version() {
            return version;
        }
    }

    /** AWS's word for the protocol: {@code TCP}, {@code TLS}, {@code HTTP} or {@code HTTPS}. */
    public String protocol() {
        return carries.protocol(tls);
    }
}
