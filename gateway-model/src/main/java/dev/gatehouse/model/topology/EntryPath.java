package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.hop.Stance;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Requirement;
import java.util.List;
import java.util.Optional;

/** The way of one entry's requests. Immutable; equal to another with the same entry and hops. */
public final class EntryPath {
    private final Entry entry;
    private final List<Hop> hops;
    private final List<Hop> onPath;

    EntryPath(Entry entry, List<Hop> hops) {
        this.entry = entry;
        this.hops = List.copyOf(hops);
        this.onPath =
                hops.stream().filter(hop -> hop.stance() == Stance.ON_PATH).toList();
    }

    /** Who comes in. */
    public Entry entry() {
        return entry;
    }

    /** What they meet, edge first; an entry with {@code reach: vpc} enters at the private NLB. */
    public List<Hop> hops() {
        return hops;
    }

    /** The hops that every byte passes through, edge first. */
    public List<Hop> onPath() {
        return onPath;
    }

    /** The hop of that type, if requests of this entry meet one. */
    public <H extends Hop> Optional<H> hop(Class<H> type) {
        return hops.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Whether requests of this entry meet a hop of that kind. */
    public boolean has(HopKind kind) {
        for (Hop hop : hops) {
            if (hop.kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    /** The first hop that bytes pass through. */
    public Hop entrance() {
        return onPath.get(0);
    }

    /** Whether a hop in front of {@code hop} reads requests, so that the client's own TLS has ended before it. */
    public boolean endsTlsBefore(Hop hop) {
        for (Hop each : onPath) {
            if (each.equals(hop)) {
                return false;
            }
            if (each.layer() == 7) {
                return true;
            }
        }
        return false;
    }

    /** The balancer that joins the path to the cluster: the last one; empty if it has none. */
    public Optional<Hop> lastBalancer() {
        return onPath.stream()
                .filter(hop -> hop instanceof NetworkLoadBalancer || hop instanceof ApplicationLoadBalancer)
                .reduce((first, second) -> second);
    }

    /** The hop that the spec names as keeper of a promise, if it is on this path. */
    Optional<HopKind> namedKeeper(PlatformSpec spec, Requirement requirement) {
        return Optional.ofNullable(spec.keepers().get(requirement.word()))
                .map(HopKind::new)
                .filter(this::has);
    }

    /** The hop on the path behind {@code kind}, if there is one. */
    public Optional<Hop> behind(HopKind kind) {
        for (int at = 0; at + 1 < onPath.size(); at++) {
            if (onPath.get(at).kind().equals(kind)) {
                return Optional.of(onPath.get(at + 1));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryPath path && entry.equals(path.entry) && hops.equals(path.hops);
    }

    @Override
    public int hashCode() {
        return 31 * entry.hashCode() + hops.hashCode();
    }

    @Override
    public String toString() {
        return entry.name() + " by " + hops.stream().map(Hop::kind).toList();
    }
}
