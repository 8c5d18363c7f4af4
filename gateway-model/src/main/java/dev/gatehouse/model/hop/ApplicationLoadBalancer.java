package dev.gatehouse.model.hop;

/** A layer 7 load balancer in the platform's VPC. */
public final class ApplicationLoadBalancer implements Hop {
    private final Exposure exposure;

    ApplicationLoadBalancer(Exposure exposure) {
        this.exposure = exposure;
    }

    /**
     * {@link Exposure#INTERNAL} behind any hop on the path, so that nothing goes round it; else
     * {@link Exposure#INTERNET}.
     */
    public Exposure exposure() {
        return exposure;
    }

    @Override
    public HopKind kind() {
        return HopKind.APPLICATION_LOAD_BALANCER;
    }

    @Override
    public Stance stance() {
        return Stance.ON_PATH;
    }

    @Override
    public int layer() {
        return 7;
    }

    @Override
    public <R> R accept(HopVisitor<R> visitor) {
        return visitor.applicationLoadBalancer(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApplicationLoadBalancer balancer && balancer.exposure == exposure;
    }

    @Override
    public int hashCode() {
        return exposure.hashCode();
    }

    @Override
    public String toString() {
        return kind() + " (" + exposure.scheme() + ")";
    }
}
