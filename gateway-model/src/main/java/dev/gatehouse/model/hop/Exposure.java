package dev.gatehouse.model.hop;

/** Who can open a connection to a balancer. */
public enum Exposure {
    /** Clients on the internet. */
    INTERNET("internet-facing"),
    /** Only what is inside the VPC, or what AWS lets in from outside (an accelerator, a VPC link). */
    INTERNAL("internal"),
    /**
     * Only what AWS's own edge brings from the internet, an accelerator or a distribution; of an NLB, which clients
     * inside the VPC then may not share: its listeners and rules are made for the edge.
     */
    EDGE("internal");

    private final String scheme;

    Exposure(String scheme) {
        this.scheme = scheme;
    }

    /** AWS's word for it, the balancer's scheme. */
    public String scheme() {
        return scheme;
    }
}
