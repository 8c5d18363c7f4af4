package dev.gatehouse.model.spec;

import java.util.List;

/**
 * Where a promise holds.
 *
 * @param entries names of entries, already filled in where the spec left {@code on} out
 * @param models names of models; empty: all of those entries
 */
public record Scope(List<String> entries, List<String> models) {
    /** Copies both lists. */
    public Scope {
        entries = List.copyOf(entries);
        models = List.copyOf(models);
    }

    /** Whether it holds on {@code entry}, at least for some model. */
    public boolean covers(Entry entry) {
        return entries.contains(entry.name());
    }

    /** Whether it holds for {@code model} on {@code entry}. */
    public boolean covers(Entry entry, Model model) {
        return covers(entry) && (models.isEmpty() || models.contains(model.name()));
    }
}
