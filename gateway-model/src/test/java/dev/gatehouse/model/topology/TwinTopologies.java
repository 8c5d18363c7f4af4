package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.Components;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.PlatformSpec;
import java.util.List;

/** Topologies with a component that is not ours in place of one that is, which no design can name. */
public final class TwinTopologies {
    private TwinTopologies() {}

    /** The platform on the design's path, with a component of another id at the place of one kind. */
    public static Topology with(Design design, HopKind kind, HopKind twin, PlatformSpec spec, Facts facts) {
        List<Hop> hops = Components.realize(design.path()).stream()
                .map(hop -> hop.kind().equals(kind) ? Components.outside(twin, hop.stance(), hop.layer()) : hop)
                .toList();
        List<HopKind> path = hops.stream().map(Hop::kind).toList();
        return Topology.of(new Design(design.id(), design.title(), path), hops, spec, facts);
    }
}
