package dev.gatehouse.ambassador.route;

import java.util.List;

/**
 * Where requests are sent: Envoy's cluster. Two resources that mean the same service share one, and the first one's
 * settings hold for both.
 *
 * @param name its name in Envoy, at most 60 characters
 * @param longName its name before it was shortened
 * @param origin the resource whose settings hold
 * @param target where it is
 * @param tls how it is spoken to
 * @param settings everything else that the first resource set
 */
public record Upstream(String name, String longName, Origin origin, Target target, Tls tls, UpstreamSettings settings) {
    /** Where an upstream is. */
    public sealed interface Target {
        /** {@code host:port}, or the name of the set of endpoints. */
        String text();

        /** A name that is resolved by DNS, or an address. */
        record Address(String host, int port) implements Target {
            @Override
            public String text() {
                return host + ":" + port;
            }
        }

        /** A set of endpoints that the ingress watches, such as {@code k8s/serving/fraud/8080}. */
        record Endpoints(String text, String service, String namespace, int port) implements Target {}
    }

    /** How an upstream is spoken to. */
    public sealed interface Tls {
        /** In the clear. */
        record Cleartext() implements Tls {}

        /** Over TLS, without a client certificate and without checking the upstream's. */
        record Unverified() implements Tls {}

        /** Over TLS as a {@link TlsContext} says. */
        record ByContext(String context) implements Tls {}
    }

    /** The limits that are written for it; empty where Envoy's hold. */
    public List<CircuitBreaker> circuitBreakers() {
        return settings.circuitBreakers();
    }
}
