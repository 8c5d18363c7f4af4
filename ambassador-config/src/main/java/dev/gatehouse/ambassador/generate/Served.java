package dev.gatehouse.ambassador.generate;

import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry as Ambassador sees it.
 *
 * @param entry who comes in
 * @param port the port by which its requests arrive
 * @param hostnames what its clients write into the Host header; the first is its host
 */
record Served(Entry entry, SeamPort port, List<String> hostnames) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Copies {@code hostnames}. */
    Served {
        hostnames = List.copyOf(hostnames);
    }

    /** Every entry that reaches Ambassador, in the order of the spec. */
    static List<Served> all(Topology topology) {
        List<Served> served = new ArrayList<>();
        for (Entry entry : topology.spec().entries()) {
            topology.seam().ports().stream()
                    .filter(port -> port.entries().contains(entry.name()))
                    .findFirst()
                    .ifPresent(port -> served.add(new Served(entry, port, hostnames(topology, entry, port))));
        }
        return served;
    }

    /**
     * A client that calls an unusual port writes it into the Host header. Emissary strips it where it is the pods' own
     * port; where it is another the host with its port is a host of its own.
     */
    private static List<String> hostnames(Topology topology, Entry entry, SeamPort port) {
        int called = topology.clientPort(entry);
        boolean usual = called == HTTPS || called == HTTP;
        return usual || called == port.targetGroup().port()
                ? List.of(entry.host())
                : List.of(entry.host(), entry.host() + ":" + called);
    }

    /** What sets the names of a hostname's resources apart: nothing for the host, its port for the host with a port. */
    static List<String> suffix(String hostname) {
        int colon = hostname.indexOf(':');
        return colon < 0 ? List.of() : List.of(hostname.substring(colon + 1));
    }
}
