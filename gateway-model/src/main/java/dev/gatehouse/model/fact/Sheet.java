package dev.gatehouse.model.fact;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One sheet: what is known of one component. A sheet of one's own may add to ours and then needs no heading. */
public final class Sheet {
    private final String kind;
    private final @Nullable Component component;
    private final List<Fact> facts;

    Sheet(String kind, @Nullable Component component, List<Fact> facts) {
        this.kind = kind;
        this.component = component;
        this.facts = List.copyOf(facts);
    }

    /** The component's kind. */
    public String kind() {
        return kind;
    }

    /** The heading; empty where a sheet of one's own adds to a component that is known already. */
    public Optional<Component> component() {
        return Optional.ofNullable(component);
    }

    /** The facts, in the order of the sheet. */
    public List<Fact> facts() {
        return facts;
    }
}
