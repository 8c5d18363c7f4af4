package dev.gatehouse.model.availability;

import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;

/**
 * How a path is looked at.
 *
 * @param oneZone whether only one zone is left: then the levels of a component in one zone hold, where it has some
 * @param firewallFailsOpen whether requests pass a balancer when its firewall can't be asked: then the firewall is no
 *     part of the series, at the price of a window in which nothing is inspected
 */
public record Circumstances(boolean oneZone, boolean firewallFailsOpen) {
    /** Every zone works, and the firewall fails closed: how the generated files leave it unless the spec says else. */
    public static final Circumstances USUAL = new Circumstances(false, false);

    /** As the spec has an entry's path generated: a firewall fails open where the spec asks for that and it can. */
    public static Circumstances of(Topology topology, EntryPath path) {
        return new Circumstances(false, topology.firewallFailsOpen(path.entry()));
    }

    /** The same with only one zone left. */
    public Circumstances inOneZone() {
        return new Circumstances(true, firewallFailsOpen);
    }

    /** The same with a firewall that fails open. */
    public Circumstances failingOpen() {
        return new Circumstances(oneZone, true);
    }
}
