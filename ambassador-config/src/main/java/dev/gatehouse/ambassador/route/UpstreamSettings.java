package dev.gatehouse.ambassador.route;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an upstream's first resource set.
 *
 * @param http2 whether HTTP/2 is spoken
 * @param connectTimeout how long a connection may take to be made
 * @param balancing the policy: {@code round_robin}, {@code least_request}, {@code ring_hash} or {@code maglev}
 * @param circuitBreakers how much may be under way at once
 * @param statsName the name of its metrics
 * @param hostRewrite the server name (SNI) that TLS asks for; empty where nothing is said
 * @param others everything else by the word of the manifests ({@code dns_type}, {@code respect_dns_ttl},
 *     {@code enable_ipv4}, {@code enable_ipv6}, {@code keepalive}, {@code health_checks},
 *     {@code cluster_idle_timeout_ms}, {@code cluster_max_connection_lifetime_ms}): texts, numbers, booleans, lists and
 *     maps
 */
public record UpstreamSettings(
        boolean http2,
        Duration connectTimeout,
        String balancing,
        List<CircuitBreaker> circuitBreakers,
        String statsName,
        String hostRewrite,
        Map<String, Object> others) {
    /** Copies the collections. */
    public UpstreamSettings {
        circuitBreakers = List.copyOf(circuitBreakers);
        others = Map.copyOf(others);
    }
}
