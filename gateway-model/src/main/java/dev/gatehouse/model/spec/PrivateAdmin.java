package dev.gatehouse.model.spec;

import java.util.List;

/**
 * The listed paths answer 404 on public entries; on an entry with {@code reach: vpc}, {@code /admin/<model><path>}
 * reaches them.
 *
 * @param scope where it holds
 * @param paths path prefixes, each beginning with a slash
 */
public record PrivateAdmin(Scope scope, List<String> paths) implements Requirement {
    /** Copies {@code paths}. */
    public PrivateAdmin {
        paths = List.copyOf(paths);
    }

    @Override
    public String word() {
        return "private-admin";
    }
}
