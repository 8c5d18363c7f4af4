package dev.gatehouse.ambassador.route;

import java.util.List;

/**
 * A port that is open.
 *
 * @param name its name
 * @param origin the resource that it is due to
 * @param address the address that it is bound to
 * @param port 1 to 65535
 * @param protocols the protocols, outermost first, such as {@code TLS, HTTP, TCP}
 * @param security how it tells secure requests
 * @param trustedHops how many proxies in front of it are believed
 * @param statsPrefix the prefix of its metrics
 * @param http2Streams how many streams one HTTP/2 connection may have; 0 where nothing is said
 * @param chains what it does with connections
 */
public record Listener(
        String name,
        Origin origin,
        String address,
        int port,
        List<String> protocols,
        SecurityModel security,
        int trustedHops,
        String statsPrefix,
        int http2Streams,
        List<FilterChain> chains) {
    /** Copies the lists. */
    public Listener {
        protocols = List.copyOf(protocols);
        chains = List.copyOf(chains);
    }

    /** The virtual hosts of its HTTP chains, in order. */
    public List<VirtualHost> virtualHosts() {
        return chains.stream()
                .filter(FilterChain.Http.class::isInstance)
                .map(FilterChain.Http.class::cast)
                .flatMap(chain -> chain.virtualHosts().stream())
                .toList();
    }
}
