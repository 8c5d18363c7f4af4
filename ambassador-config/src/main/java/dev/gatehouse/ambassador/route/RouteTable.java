package dev.gatehouse.ambassador.route;

import java.util.List;
import java.util.Optional;

/**
 * What a set of manifests does to requests.
 *
 * @param listeners the open ports, in the order of the ingress
 * @param upstreams where requests are sent, by name
 * @param tlsContexts certificates and settings of TLS
 * @param candidates every resource that asks for routes, in the order in which it was read, and what became of it
 * @param problems what the ingress refuses or complains of
 * @param globals what holds for all listeners
 */
public record RouteTable(
        List<Listener> listeners,
        List<Upstream> upstreams,
        List<TlsContext> tlsContexts,
        List<Candidate> candidates,
        List<Problem> problems,
        Globals globals) {
    /** Copies the lists. */
    public RouteTable {
        listeners = List.copyOf(listeners);
        upstreams = List.copyOf(upstreams);
        tlsContexts = List.copyOf(tlsContexts);
        candidates = List.copyOf(candidates);
        problems = List.copyOf(problems);
    }

    /** The virtual hosts of all listeners, in order. */
    public List<VirtualHost> virtualHosts() {
        return listeners.stream()
                .flatMap(listener -> listener.virtualHosts().stream())
                .toList();
    }

    /** The upstream of that name. */
    public Optional<Upstream> upstream(String name) {
        return upstreams.stream()
                .filter(upstream -> upstream.name().equals(name))
                .findFirst();
    }

    /** What complaints are filed under, sorted, each once. */
    public List<String> errors() {
        return problems.stream().map(Problem::filedUnder).distinct().sorted().toList();
    }
}
