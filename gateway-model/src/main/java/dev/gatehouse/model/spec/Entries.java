package dev.gatehouse.model.spec;

import dev.gatehouse.model.unit.Rate;
import java.util.List;
import java.util.Optional;

/** What entries and their consumers are made of, for static import beside {@link PlatformSpec#named}. */
public final class Entries {
    private Entries() {}

    /** Begins an entry of that name. */
    public static EntryBuilder entry(String name) {
        return new EntryBuilder(name);
    }

    /** A zone made with the platform; entries that create the same apex share it. */
    public static CreatedZone createdZone(String apex) {
        return new CreatedZone(apex, List.of(), Optional.empty());
    }

    /** A zone that exists in the platform's account. */
    public static ExistingZone existingZone(String apex) {
        return new ExistingZone(apex, Optional.empty());
    }

    /** A plan on every entry, for consumers that are given it. */
    public static Plan plan(String name, Rate rate, int burst) {
        return new Plan(name, List.of(), false, rate, burst);
    }
}
