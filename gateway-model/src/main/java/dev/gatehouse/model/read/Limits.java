package dev.gatehouse.model.read;

/**
 * How much of a file is read before the reader refuses to go on.
 *
 * @param bytes the largest file
 * @param depth the deepest nesting of lists and mappings
 * @param values the most values, counting those that aliases stand for
 */
public record Limits(int bytes, int depth, int values) {
    /** For what machines may have written, such as manifests: 32 MiB, 100 levels, 5,000,000 values. */
    public static final Limits GENEROUS = new Limits(32 * 1024 * 1024, 100, 5_000_000);

    /** For what people write, such as a platform spec or a fact sheet: 4 MiB, 100 levels, 100,000 values. */
    public static final Limits BY_HAND = new Limits(4 * 1024 * 1024, 100, 100_000);
}
