package dev.gatehouse.ambassador.route;

/** What of a request decides which endpoint of a hashing upstream gets it. */
public sealed interface Affinity {
    /** Nothing. */
    record None() implements Affinity {}

    /** A cookie; with a {@code ttl} (not empty) Envoy sets it itself. */
    record Cookie(String name, String path, String ttl) implements Affinity {}

    /** A header. */
    record Header(String name) implements Affinity {}

    /** The client's address. */
    record SourceAddress() implements Affinity {}
}
