package dev.gatehouse.ambassador.lint;

/** One trap, and how to tell that somebody is in it. */
interface Rule {
    /** What it is about. */
    About about();

    /**
     * Looks at all manifests; takes no longer than their number allows, times something small. Rules run side by side,
     * so a rule keeps nothing and changes nothing of the scene.
     */
    void look(Scene scene, Report report);
}
