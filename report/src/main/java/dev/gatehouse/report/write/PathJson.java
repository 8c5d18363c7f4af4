package dev.gatehouse.report.write;

import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.Stance;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.topology.Wire;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The hops of a path, each with the wire to the next one on the path. */
final class PathJson {
    private PathJson() {}

    /** The path of the first entry that takes the design's whole path: a public one if there is one. */
    static ArrayNode main(Topology topology) {
        List<EntryPath> paths = topology.paths();
        EntryPath widest = paths.stream()
                .filter(path -> path.entry().isPublic())
                .findFirst()
                .orElseGet(() -> paths.get(0));
        return path(topology, widest);
    }

    static ArrayNode entries(Topology topology) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        for (EntryPath path : topology.paths()) {
            Entry entry = path.entry();
            ObjectNode node = entries.addObject()
                    .put("entry", entry.name())
                    .put("host", entry.host())
                    .put("reach", entry.reach().word())
                    .put("port", topology.clientPort(entry));
            node.set("client", wire(topology.wires(entry).get(0)));
            node.set("path", path(topology, path));
        }
        return entries;
    }

    private static ArrayNode path(Topology topology, EntryPath path) {
        List<Wire> wires = topology.wires(path.entry());
        ArrayNode hops = JsonNodeFactory.instance.arrayNode();
        int sent = 1;
        for (Hop hop : path.hops()) {
            ObjectNode node = hops.addObject()
                    .put("hop", hop.kind().id())
                    .put("stance", hop.stance().word());
            if (hop.stance() == Stance.ON_PATH && sent < wires.size()) {
                node.set("wire", wire(wires.get(sent)));
                sent++;
            } else {
                node.putNull("wire");
            }
        }
        return hops;
    }

    private static ObjectNode wire(Wire wire) {
        return JsonText.object()
                .put("layer", wire.layer())
                .put("tls", wire.tls())
                .put("protocol", wire.protocol())
                .put("clientAddress", wire.clientAddress().word());
    }
}
