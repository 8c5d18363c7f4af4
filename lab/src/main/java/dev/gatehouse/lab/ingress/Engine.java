package dev.gatehouse.lab.ingress;

/** What does what the manifests say. */
public enum Engine {
    /** A router of our own, in this process. */
    EMBEDDED("embedded"),
    /** A real Envoy, as a process of its own. */
    ENVOY("envoy");

    private final String word;

    Engine(String word) {
        this.word = word;
    }

    /** The word of the command line. */
    public String word() {
        return word;
    }
}
