package dev.gatehouse.ambassador.explain;

import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.SecurityModel;
import dev.gatehouse.model.finding.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a request comes in.
 *
 * @param listener the listener; none where no port is open
 * @param chain what the listener does with the connection; none where it closes it
 * @param tlsInFront whether the client's TLS has ended before the listener
 */
record Entrance(Optional<Listener> listener, Optional<FilterChain> chain, boolean tlsInFront) {
    /**
     * Finds it.
     *
     * @throws IllegalArgumentException if the request names a listener that is not there
     */
    static Entrance of(RouteTable table, Request request) {
        Optional<Listener> listener = listener(table.listeners(), request);
        if (listener.isEmpty()) {
            return new Entrance(listener, Optional.empty(), false);
        }
        boolean tlsHere = request.secure() && listener.get().protocols().contains("TLS");
        return new Entrance(
                listener,
                chain(listener.get().chains(), tlsHere, request.host().toLowerCase(Locale.ROOT)),
                request.secure() && !tlsHere);
    }

    /** Whether TLS ends at the listener. */
    boolean endsTls() {
        return chain.map(found -> !found.tlsContext().isEmpty()).orElse(false);
    }

    private static Optional<Listener> listener(List<Listener> listeners, Request request) {
        if (!request.listener().isEmpty()) {
            List<String> names = listeners.stream().map(Listener::name).toList();
            return Optional.of(listeners.stream()
                    .filter(listener -> listener.name().equals(request.listener()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no open listener '" + request.listener()
                            + "'" + Nearest.hint(request.listener(), names))));
        }
        List<Predicate<Listener>> wishes = new ArrayList<>();
        wishes.add(listener -> listener.port() == request.port());
        if (request.secure()) {
            wishes.add(listener -> listener.protocols().contains("TLS"));
            wishes.add(listener -> listener.security() == SecurityModel.SECURE);
            wishes.add(listener -> listener.security() == SecurityModel.XFP);
        } else {
            wishes.add(listener -> listener.security() == SecurityModel.INSECURE);
            wishes.add(listener -> listener.security() == SecurityModel.XFP
                    && !listener.protocols().contains("TLS"));
            wishes.add(listener -> listener.security() == SecurityModel.XFP);
        }
        wishes.add(listener -> true);
        return wishes.stream().flatMap(wish -> listeners.stream().filter(wish)).findFirst();
    }

    /** The most exact server name wins, then any name over TLS, then a chain without conditions. */
    private static Optional<FilterChain> chain(List<FilterChain> chains, boolean tls, String serverName) {
        FilterChain best = null;
        int bestRank = 0;
        for (FilterChain chain : chains) {
            int rank = rank(chain, tls, serverName);
            if (rank > bestRank) {
                best = chain;
                bestRank = rank;
            }
        }
        return Optional.ofNullable(best)
                .filter(chain -> !tls
                        || chain instanceof FilterChain.Tcp
                        || !chain.tlsContext().isEmpty());
    }

    private static int rank(FilterChain chain, boolean tls, String serverName) {
        boolean needsTls = !chain.tlsContext().isEmpty();
        if (needsTls && !tls) {
            return 0;
        }
        if (chain.serverNames().isEmpty()) {
            return needsTls ? 2 : 1;
        }
        return chain.serverNames().stream()
                .mapToInt(name -> named(name, serverName))
                .max()
                .orElse(0);
    }

    private static int named(String name, String serverName) {
        if (name.equalsIgnoreCase(serverName)) {
            return 10_000;
        }
        boolean under =
                name.startsWith("*.") && serverName.endsWith(name.substring(1).toLowerCase(Locale.ROOT));
        return under ? 2 + name.length() : 0;
    }
}
