package dev.gatehouse.ambassador.lint;

/** How a rule's author knows what Emissary does. */
public enum Source {
    /** Emissary 4's configuration compiler was run, and did so. */
    RUN("seen in runs of Emissary 4's configuration compiler"),
    /** Its code says so. */
    CODE("read in the code of Emissary 4.1"),
    /** Its custom resource definitions say so. */
    SCHEMA("read in Emissary 4's custom resource definitions"),
    /** It follows from what Envoy does with the configuration that Emissary writes. */
    ENVOY("what Envoy does with the configuration that Emissary 4 writes"),
    /** No defect: what people found to work. */
    PRACTICE("practice");

    private final String described;

    Source(String described) {
        this.described = described;
    }

    /** In a user's words. */
    public String described() {
        return described;
    }
}
