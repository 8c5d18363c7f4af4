package dev.gatehouse.model.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A requirement whose scope is filled in once the entries are known. Made by {@link Requirements}; immutable. */
public final class Promise {
    private final Function<Scope, Requirement> requirement;
    private final boolean ofPlatform;
    private final Optional<List<String>> entries;
    private final List<String> models;

    private Promise(
            Function<Scope, Requirement> requirement,
            boolean ofPlatform,
            Optional<List<String>> entries,
            List<String> models) {
        this.requirement = requirement;
        this.ofPlatform = ofPlatform;
        this.entries = entries;
        this.models = models;
    }

    static Promise of(Function<Scope, Requirement> requirement) {
        return new Promise(requirement, false, Optional.empty(), List.of());
    }

    static Promise ofPlatform(Function<Scope, Requirement> requirement) {
        return new Promise(requirement, true, Optional.empty(), List.of());
    }

    /** The same promise on these entries only; on all but those with {@code reach: vpc} if not called. */
    public Promise on(String... names) {
        return new Promise(requirement, ofPlatform, Optional.of(List.of(names)), models);
    }

    /** The same promise for these models only. */
    public Promise models(String... names) {
        return new Promise(requirement, ofPlatform, entries, List.of(names));
    }

    Requirement requirement(List<Entry> known) {
        List<String> left = ofPlatform ? Defaults.everyEntry(known) : Defaults.entries(known);
        return requirement.apply(new Scope(entries.orElse(left), models));
    }
}
