package dev.gatehouse.model.hop;

import java.util.Objects;

/** A layer 4 load balancer in the platform's VPC. Cross-zone balancing is always on. */
public final class NetworkLoadBalancer implements Hop {
    private final Exposure exposure;
    private final boolean pinned;
    private final boolean inFrontOfAlb;

    NetworkLoadBalancer(Exposure exposure, boolean pinned, boolean inFrontOfAlb) {
        this.exposure = exposure;
        this.pinned = pinned;
        this.inFrontOfAlb = inFrontOfAlb;
    }

    /** Whether clients on the internet or only hops inside the VPC reach it. */
    public Exposure exposure() {
        return exposure;
    }

    /** Whether each zone's node has a chosen private address, because an ALB in front targets it by address. */
    public boolean pinned() {
        return pinned;
    }

    /**
     * Whether its target is an ALB (target type {@code alb}) and not pods. Its listeners then are TCP: whatever TLS the
     * client began ends at the ALB.
     */
    public boolean inFrontOfAlb() {
        return inFrontOfAlb;
    }

    /** Whether each zone's node has an Elastic IP, so that callers can allow-list it: on the internet, always. */
    public boolean fixedAddresses() {
        return exposure == Exposure.INTERNET;
    }

    @Override
    public HopKind kind() {
        return HopKind.NETWORK_LOAD_BALANCER;
    }

    @Override
    public Stance stance() {
        return Stance.ON_PATH;
    }

    @Override
    public int layer() {
        return 4;
    }

    @Override
    public <R> R accept(HopVisitor<R> visitor) {
        return visitor.networkLoadBalancer(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkLoadBalancer balancer
                && balancer.exposure == exposure
                && balancer.pinned == pinned
                && balancer.inFrontOfAlb == inFrontOfAlb;
    }

    @Override
    public int hashCode() {
        return Objects.hash(exposure, pinned, inFrontOfAlb);
    }

    @Override
    public String toString() {
        return kind() + " (" + exposure.scheme() + (inFrontOfAlb ? ", in front of an ALB)" : ")");
    }
}
