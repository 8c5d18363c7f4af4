package dev.gatehouse.model.hop;

import java.util.List;

/**
 * What stands in front of a hop and behind it: all that its settings follow from.
 *
 * @param path kinds, edge first
 * @param at the hop's place on it
 */
record Surroundings(List<HopKind> path, int at) {
    /** Kinds in front of which clients still call the next hop themselves: names are asked, firewalls attached. */
    private static final List<HopKind> BESIDE = List.of(HopKind.HOSTED_ZONE, HopKind.WEB_ACL);

    /** What brings clients from AWS's edge straight into the VPC. */
    private static final List<HopKind> EDGE = List.of(HopKind.GLOBAL_ACCELERATOR, HopKind.CLOUDFRONT);

    /** Whom a balancer here must let in: clients themselves where no hop on the path is in front of it. */
    Exposure exposure() {
        return BESIDE.containsAll(path.subList(0, at)) ? Exposure.INTERNET : Exposure.INTERNAL;
    }

    /** As {@link #exposure()}, told apart where AWS's edge calls this very hop. */
    Exposure exposureToEdge() {
        boolean called = path.subList(0, at).stream()
                .filter(other -> !BESIDE.contains(other))
                .reduce((outer, inner) -> inner)
                .filter(EDGE::contains)
                .isPresent();
        return called ? Exposure.EDGE : exposure();
    }

    boolean isBehind(HopKind kind) {
        return path.subList(0, at).contains(kind);
    }

    /** Whether the next hop that bytes pass through is of that kind. */
    boolean isInFrontOf(HopKind kind) {
        return path.subList(at + 1, path.size()).stream()
                .filter(other -> !BESIDE.contains(other))
                .findFirst()
                .filter(kind::equals)
                .isPresent();
    }

    /**
     * The next hop that bytes pass through.
     *
     * @throws IllegalArgumentException if there is none
     */
    HopKind next() {
        return path.subList(at + 1, path.size()).stream()
                .filter(other -> !BESIDE.contains(other))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path.get(at) + " has no hop behind it to attach to"));
    }
}
