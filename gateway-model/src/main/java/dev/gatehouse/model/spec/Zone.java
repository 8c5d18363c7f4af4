package dev.gatehouse.model.spec;

/** A hosted zone in Route 53 that holds an entry's name. */
public sealed interface Zone permits CreatedZone, ExistingZone {
    /** The zone's own name, such as {@code bank.example}, without a final dot. */
    String apex();
}
