package dev.gatehouse.model.cost;

/** Which of two designs is cheaper. */
public enum Standing {
    /** The first. */
    ONE,
    /** The second. */
    OTHER,
    /** Neither: they cost the same. */
    ALIKE,
    /** It hangs on a price that is not known. */
    UNKNOWN
}
