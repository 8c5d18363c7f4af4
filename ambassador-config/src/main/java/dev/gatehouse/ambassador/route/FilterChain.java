package dev.gatehouse.ambassador.route;

import java.util.List;

/** What a listener does with some of its connections. */
public sealed interface FilterChain {
    /** The server names (SNI) that lead here; empty for any. */
    List<String> serverNames();

    /** The name of the {@link TlsContext} that ends TLS here; empty for cleartext. */
    String tlsContext();

    /**
     * HTTP is spoken.
     *
     * @param serverNames the server names that lead here; empty for any
     * @param tlsContext the name of the TLS context; empty for cleartext
     * @param virtualHosts the hosts
     */
    record Http(List<String> serverNames, String tlsContext, List<VirtualHost> virtualHosts) implements FilterChain {
        /** Copies the lists. */
        public Http {
            serverNames = List.copyOf(serverNames);
            virtualHosts = List.copyOf(virtualHosts);
        }
    }

    /**
     * Bytes are passed on.
     *
     * @param serverNames the server names that lead here; empty for any
     * @param tlsContext the name of the TLS context; empty for cleartext
     * @param targets who gets connections
     * @param origin the resource that it is due to
     */
    record Tcp(List<String> serverNames, String tlsContext, List<Target> targets, Origin origin)
            implements FilterChain {
        /** Copies the lists. */
        public Tcp {
            serverNames = List.copyOf(serverNames);
            targets = List.copyOf(targets);
        }
    }

    /**
     * Who gets connections.
     *
     * @param upstream the name of the {@link Upstream}
     * @param weight its weight among those of the chain
     */
    record Target(String upstream, int weight) {}
}
