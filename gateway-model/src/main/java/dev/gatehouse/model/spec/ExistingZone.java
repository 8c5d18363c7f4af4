package dev.gatehouse.model.spec;

import java.util.Optional;

/**
 * A zone that exists in the platform's account.
 *
 * @param apex the zone's own name
 * @param id its id, {@code Z…}, if the spec gives it; else a parameter
 */
public record ExistingZone(String apex, Optional<String> id) implements Zone {
    /** The same zone with its id. */
    public ExistingZone withId(String known) {
        return new ExistingZone(apex, Optional.of(known));
    }
}
