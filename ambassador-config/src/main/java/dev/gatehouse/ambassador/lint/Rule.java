package dev.gatehouse.ambassador.lint;

/** One trap, and how to tell that somebody is in it. */
interface Rule {
    /** What it is about. */
    About about();

    /** Looks at all manifests; takes no longer than their number allows, times something small. */
    void look(Scene scene, Report report);
}
