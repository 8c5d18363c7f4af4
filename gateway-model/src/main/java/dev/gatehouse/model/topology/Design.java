package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.Components;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.PlatformSpec;
import java.util.List;

/**
 * A named path through the components.
 *
 * @param id its path in short, such as {@code nlb-ambassador}
 * @param title for people, such as {@code 3 · Without the AWS API Gateway}
 * @param path the kinds of its hops, edge first, ending at the models
 */
public record Design(String id, String title, List<HopKind> path) {
    /** Copies {@code path}. */
    public Design {
        path = List.copyOf(path);
    }

    /**
     * The platform on this design's path.
     *
     * @param facts what is known of the components; for generated files always today's
     */
    public Topology realize(PlatformSpec spec, Facts facts) {
        return Topology.of(this, Components.realize(path), spec, facts);
    }

    /** Whether a hop of that kind is on the path, attached to it or consulted before it. */
    public boolean has(HopKind kind) {
        return path.contains(kind);
    }
}
