package dev.gatehouse.model.compare;

import dev.gatehouse.model.latency.Race;

/**
 * Which of two designs is faster on the first public entry.
 *
 * @param one a design's id
 * @param other another's
 * @param race what their intervals say, seen from {@code one}
 */
public record DesignRace(String one, String other, Race race) {
    /** The same, seen from the other design. */
    public DesignRace turned() {
        return new DesignRace(/* one= */ other, /* other= */ one, race.turned());
    }
}
