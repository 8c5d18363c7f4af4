package dev.gatehouse.model.availability;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Section;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.WebAcl;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the hops that an entry's requests need into one series, those that are asked or attached included. */
final class SeriesFold {
    private final Topology topology;
    private final Circumstances circumstances;

    SeriesFold(Topology topology, Circumstances circumstances) {
        this.topology = topology;
        this.circumstances = circumstances;
    }

    Availability series(EntryPath path) {
        List<ServiceLevel> items = new ArrayList<>();
        List<HopKind> without = new ArrayList<>();
        List<HopKind> passed = new ArrayList<>();
        for (Hop hop : path.hops()) {
            if (hop instanceof WebAcl acl && failsOpen(acl)) {
                passed.add(acl.kind());
                continue;
            }
            level(hop.kind()).ifPresentOrElse(items::add, () -> without.add(hop.kind()));
        }
        return new Availability(path.entry().name(), items, without, passed);
    }

    /** Only a balancer lets requests pass when its firewall can't be asked, and only since it can. */
    private boolean failsOpen(WebAcl acl) {
        return circumstances.firewallFailsOpen()
                && topology.known().fact(acl.attachedTo(), "fail-open").isPresent();
    }

    /** A component that has a level for one zone has no other there; one that knows no zones has one level. */
    private Optional<ServiceLevel> level(HopKind kind) {
        boolean knowsZones = topology.facts().history(kind.id(), "availability-one-zone").stream()
                .findAny()
                .isPresent();
        String id = circumstances.oneZone() && knowsZones ? "availability-one-zone" : "availability";
        return topology.known()
                .fact(kind, id)
                .filter(fact -> fact.section() == Section.SERVICE_LEVEL)
                .flatMap(fact -> level(kind, fact));
    }

    private Optional<ServiceLevel> level(HopKind kind, Fact fact) {
        return fact.value()
                .map(Quantity::toShare)
                .map(share ->
                        new ServiceLevel(kind, share, fact, topology.known().fact(kind, "service-level-credits")));
    }
}
