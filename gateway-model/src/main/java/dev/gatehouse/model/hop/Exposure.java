package dev.gatehouse.model.hop;

/** Who can open a connection to a balancer. */
public enum Exposure {
    /** Clients on the internet. */
    INTERNET("internet-facing"),
    /** Only what is inside the VPC, or what AWS lets in from outside (an accelerator, a VPC link). */
    INTERNAL("internal");

    private final String scheme;

    Exposure(String scheme) {
        this.scheme = scheme;
    }

    /** AWS's word for it, the balancer's scheme. */
    public String scheme() {
        return scheme;
    }
}
