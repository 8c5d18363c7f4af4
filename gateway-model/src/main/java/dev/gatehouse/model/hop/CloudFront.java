package dev.gatehouse.model.hop;

/** A CloudFront distribution with a VPC origin, so that nothing behind it is on the internet. It caches nothing. */
public final class CloudFront implements Hop {
    private final HopKind origin;

    CloudFront(HopKind origin) {
        this.origin = origin;
    }

    /** The kind of private balancer that is its VPC origin. */
    public HopKind origin() {
        return origin;
    }

    @Override
    public HopKind kind() {
        return HopKind.CLOUDFRONT;
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
        return visitor.cloudFront(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CloudFront hop && hop.origin.equals(origin);
    }

    @Override
    public int hashCode() {
        return origin.hashCode();
    }

    @Override
    public String toString() {
        return kind() + " with origin " + origin;
    }
}
