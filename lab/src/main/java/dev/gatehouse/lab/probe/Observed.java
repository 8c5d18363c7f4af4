package dev.gatehouse.lab.probe;

/** What a probe has seen of a promise. */
public enum Observed {
    /** The lab does what is promised. */
    KEPT,
    /** The lab does not. */
    NOT_KEPT,
    /** What is generated does not, and the promise hangs on something that is yours to build. */
    LEFT_TO_YOU
}
