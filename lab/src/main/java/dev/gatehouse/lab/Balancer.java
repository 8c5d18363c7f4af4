package dev.gatehouse.lab;

import dev.gatehouse.lab.stage.Stage;
import dev.gatehouse.lab.stage.Targets;
import java.util.List;

/**
 * A listener with a node in each zone.
 *
 * @param nodes where they listen, as hops in front and the names of entries know them
 * @param stages the nodes, in the same order
 */
record Balancer(Targets nodes, List<Stage> stages) {
    /** Copies the list. */
    Balancer {
        stages = List.copyOf(stages);
    }
}
