package dev.gatehouse.report.diagram;

import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.topology.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written at a wire.
 *
 * @param carries such as {@code HTTPS} or {@code TCP, clear}
 * @param address what becomes of the client's address
 * @param tls whether the bytes are encrypted
 * @param others what the wire carries for entries where that differs: {@code partner: TLS over TCP}
 */
record WireLabel(String carries, String address, boolean tls, List<String> others) {
    WireLabel {
        others = List.copyOf(others);
    }

    /** The wire that arrives at {@code hop}, for the entries whose requests do; never for one that enters elsewhere. */
    static WireLabel arrivingAt(Topology topology, Hop hop, List<Entry> entries) {
        Map<Wire, List<String>> wires = new LinkedHashMap<>();
        for (Entry entry : entries) {
            EntryPath path = topology.path(entry);
            int at = path.onPath().indexOf(hop);
            if (at >= 0) {
                wires.computeIfAbsent(topology.wires(entry).get(at), any -> new ArrayList<>())
                        .add(entry.name());
            }
        }
        List<Map.Entry<Wire, List<String>>> all = List.copyOf(wires.entrySet());
        if (all.isEmpty()) {
            return new WireLabel("", "", true, List.of());
        }
        Wire first = all.get(0).getKey();
        return new WireLabel(
                carries(first),
                address(first),
                first.tls(),
                all.stream()
                        .skip(1)
                        .map(other -> String.join(", ", other.getValue()) + ": " + difference(first, other.getKey()))
                        .toList());
    }

    private static String difference(Wire first, Wire other) {
        return carries(first).equals(carries(other)) ? address(other) : carries(other);
    }

    static String carries(Wire wire) {
        if (wire.layer() == 4) {
            return wire.tls() ? "TLS over TCP" : "TCP, clear";
        }
        return (wire.tls() ? "HTTPS" : "HTTP") + (wire.protocol().equals("http/2") ? " · h2" : "");
    }

    private static String address(Wire wire) {
        return switch (wire.clientAddress()) {
            case KEPT -> "address kept";
            case PROXY_PROTOCOL -> "PROXY protocol";
            case FORWARDED_FOR -> "X-Forwarded-For";
            case LOST -> "address lost";
        };
    }
}
