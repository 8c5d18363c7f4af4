package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.explain.Expressions;
import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A listener, made ready to be asked often. Thread-safe.
 *
 * @param listener what it is made of
 * @param chains what it does with connections
 */
record Door(Listener listener, List<Chain> chains) {
    /**
     * What a listener does with some of its connections.
     *
     * @param serverNames the server names that lead here; empty for any
     * @param tlsContext the name of the TLS context; empty for cleartext
     * @param hosts the virtual hosts; none where bytes are passed on
     */
    record Chain(List<String> serverNames, String tlsContext, HostIndex hosts) {
        /** How well it fits a connection; 0 for not at all. */
        private int rank(boolean tls, String serverName) {
            boolean needsTls = !tlsContext.isEmpty();
            if (needsTls != tls) {
                return 0;
            }
            if (serverNames.isEmpty()) {
                return 1;
            }
            int best = 0;
            for (String name : serverNames) {
                best = Math.max(best, named(name.toLowerCase(Locale.ROOT), serverName));
            }
            return best;
        }

        private static int named(String name, String serverName) {
            if (name.equals(serverName)) {
                return 10_000;
            }
            return name.startsWith("*.") && serverName.endsWith(name.substring(1)) ? 2 + name.length() : 0;
        }
    }

    static Door of(Listener listener) {
        Expressions expressions = new Expressions();
        List<Chain> chains = new ArrayList<>();
        for (FilterChain chain : listener.chains()) {
            HostIndex hosts = new HostIndex();
            if (chain instanceof FilterChain.Http http) {
                for (VirtualHost host : http.virtualHosts()) {
                    hosts.add(host.domains(), new HostRoutes(host.routes(), expressions));
                }
                chains.add(new Chain(chain.serverNames(), chain.tlsContext(), hosts));
            }
        }
        return new Door(listener, List.copyOf(chains));
    }

    boolean proxied() {
        return listener.protocols().contains("PROXY");
    }

    boolean takesTls() {
        return listener.protocols().contains("TLS");
    }

    /**
     * What happens to a connection; {@code null} where it is closed.
     *
     * @param serverName what the client's TLS asks for, in lower case; empty for nothing
     */
    @Nullable
    Chain chain(boolean tls, String serverName) {
        Chain best = null;
        int bestRank = 0;
        for (Chain chain : chains) {
            int rank = chain.rank(tls, serverName);
            if (rank > bestRank) {
                best = chain;
                bestRank = rank;
            }
        }
        return best;
    }
}
