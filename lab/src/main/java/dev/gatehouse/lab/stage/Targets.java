package dev.gatehouse.lab.stage;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** What a stage may send to. A flow keeps its target as long as that lives; flows spread evenly. Thread-safe. */
public final class Targets {
    private final List<InetSocketAddress> all;
    private volatile List<InetSocketAddress> healthy;

    /** Targets, all of them healthy. */
    public Targets(List<InetSocketAddress> all) {
        this.all = List.copyOf(all);
        this.healthy = this.all;
    }

    /** Every target, healthy or not. */
    public List<InetSocketAddress> all() {
        return all;
    }

    /** Those that new flows are sent to. */
    public List<InetSocketAddress> healthy() {
        return healthy;
    }

    /** Sends new flows to these only; a target that is none of {@link #all} is left out. */
    public void healthy(List<InetSocketAddress> now) {
        healthy = all.stream().filter(now::contains).toList();
    }

    /** The target of a flow; empty if none is healthy. */
    Optional<InetSocketAddress> of(InetSocketAddress source) {
        List<InetSocketAddress> now = healthy;
        return switch (now.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(now.get(0));
            default -> Optional.of(now.get(Math.floorMod(spread(source.hashCode()), now.size())));
        };
    }

    /** Neighbouring ports are neighbours in their hashes: mixes the bits, as MurmurHash3 ends. */
    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
