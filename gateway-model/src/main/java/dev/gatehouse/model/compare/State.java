package dev.gatehouse.model.compare;

/** What a cell comes to, from best to worst. */
public enum State {
    /** Nobody asked for it. */
    NOT_ASKED("not-asked"),
    /** Kept; every condition is the generator's to see to. */
    KEPT("kept"),
    /** Kept if you see to at least one condition. */
    CONDITIONAL("conditional"),
    /** Not known yet. */
    UNKNOWN("unknown"),
    /** No hop of this design can keep it. */
    BROKEN("broken");

    private final String word;

    State(String word) {
        this.word = word;
    }

    /** The word of JSON and texts. */
    public String word() {
        return word;
    }

    /** Whether the promise is kept, be it on conditions of yours. */
    public boolean isKept() {
        return this == KEPT || this == CONDITIONAL;
    }

    /** The worse of the two. */
    public State worse(State other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
