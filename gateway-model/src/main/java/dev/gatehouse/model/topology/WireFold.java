package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each wire of an entry's path carries, edge first; the first is the client's. */
final class WireFold {
    private final PlatformSpec spec;
    private final Seam seam;

    WireFold(PlatformSpec spec, Seam seam) {
        this.spec = spec;
        this.seam = seam;
    }

    List<Wire> wires(EntryPath path) {
        List<Wire> wires = new ArrayList<>();
        List<Hop> hops = path.onPath();
        Wire arriving = fromClient(path);
        wires.add(arriving);
        for (int at = 0; at + 1 < hops.size(); at++) {
            arriving = sent(path, hops.get(at), arriving);
            wires.add(arriving);
        }
        return wires;
    }

    private Wire fromClient(EntryPath path) {
        boolean tls = EntryWires.clientsSpeakTls(spec, path.entry());
        return new Wire(7, tls, http(path.entry()), ClientAddress.KEPT);
    }

    private String http(Entry entry) {
        return spec.modelsOf(entry).stream().anyMatch(model -> model.protocol() == Protocol.GRPC)
                ? "http/2"
                : "http/1.1";
    }

    private Wire sent(EntryPath path, Hop hop, Wire arriving) {
        Entry entry = path.entry();
        HopKind kind = hop.kind();
        if (hop instanceof NetworkLoadBalancer balancer && !balancer.inFrontOfAlb()) {
            Optional<SeamPort> port = port(entry);
            return new Wire(
                    4,
                    port.map(SeamPort::carriesTls).orElse(arriving.tls()),
                    "tcp",
                    port.map(SeamPort::clientAddress).orElse(ClientAddress.LOST));
        }
        if (kind.equals(HopKind.REST_API)) {
            return new Wire(7, tlsFromApi(path), "http/1.1", ClientAddress.FORWARDED_FOR);
        }
        if (kind.equals(HopKind.HTTP_API)) {
            return new Wire(7, tlsFromApi(path), "http/1.1", ClientAddress.LOST);
        }
        if (kind.equals(HopKind.CLOUDFRONT)) {
            boolean tls = path.has(HopKind.APPLICATION_LOAD_BALANCER)
                    || port(entry).map(SeamPort::carriesTls).orElse(false);
            return new Wire(7, tls, "http/1.1", ClientAddress.FORWARDED_FOR);
        }
        if (kind.equals(HopKind.APPLICATION_LOAD_BALANCER)) {
            return new Wire(
                    7,
                    port(entry).map(SeamPort::carriesTls).orElse(false),
                    http(entry),
                    arriving.clientAddress() == ClientAddress.LOST ? ClientAddress.LOST : ClientAddress.FORWARDED_FOR);
        }
        if (kind.equals(HopKind.AMBASSADOR)) {
            boolean tls = spec.modelsOf(entry).stream()
                    .allMatch(model -> model.service().tls());
            return new Wire(7, tls, http(entry), ClientAddress.FORWARDED_FOR);
        }
        return hop.layer() == 4 ? new Wire(4, arriving.tls(), "tcp", arriving.clientAddress()) : arriving;
    }

    /** An ALB is called by TLS always; an NLB where its listener ends TLS. */
    private boolean tlsFromApi(EntryPath path) {
        return path.has(HopKind.APPLICATION_LOAD_BALANCER)
                || port(path.entry()).map(SeamPort::terminatesTls).orElse(false);
    }

    private Optional<SeamPort> port(Entry entry) {
        return spec.modelsOf(entry).stream()
                .map(Model::name)
                .flatMap(model -> seam.port(entry.name(), model).stream())
                .findFirst();
    }
}
