package dev.gatehouse.model.hop;

/** A VPC link, version 2: network interfaces in the VPC by which an API reaches a listener of a private balancer. */
public final class VpcLinkV2 implements Hop {
    private final HopKind target;

    VpcLinkV2(HopKind target) {
        this.target = target;
    }

    /** The kind of balancer whose listener it leads to. */
    public HopKind target() {
        return target;
    }

    @Override
    public HopKind kind() {
        return HopKind.VPC_LINK_V2;
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
        return visitor.vpcLinkV2(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VpcLinkV2 hop && hop.target.equals(target);
    }

    @Override
    public int hashCode() {
        return target.hashCode();
    }

    @Override
    public String toString() {
        return kind() + " to " + target;
    }
}
