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

/**
 * The way of one entry's requests.
 *
 * @param entry who comes in
 * @param hops what they meet, edge first; an entry with {@code reach: vpc} enters at the private NLB
 */
public record EntryPath(Entry entry, List<Hop> hops) {
    /** Copies {@code hops}. */
    public EntryPath {
        hops = List.copyOf(hops);
    }

    /** The hops that every byte passes through, edge first. */
    public List<Hop> onPath() {
        return hops.stream().filter(hop -> hop.stance() == Stance.ON_PATH).toList();
    }

    /** The hop of that type, if requests of this entry meet one. */
    public <H extends Hop> Optional<H> hop(Class<H> type) {
        return hops.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** Whether requests of this entry meet a hop of that kind. */
    public boolean has(HopKind kind) {
        return hops.stream().anyMatch(hop -> hop.kind().equals(kind));
    }

    /** The first hop that bytes pass through. */
    public Hop entrance() {
        return onPath().get(0);
    }

    /** Whether a hop in front of {@code hop} reads requests, so that the client's own TLS has ended before it. */
    public boolean endsTlsBefore(Hop hop) {
        for (Hop each : onPath()) {
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
        return onPath().stream()
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
        List<Hop> path = onPath();
        for (int at = 0; at + 1 < path.size(); at++) {
            if (path.get(at).kind().equals(kind)) {
                return Optional.of(path.get(at + 1));
            }
        }
        return Optional.empty();
    }
}
