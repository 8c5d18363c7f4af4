package dev.gatehouse.model.hop;

/** A VPC link, version 1 (PrivateLink): the way from a REST API into the VPC, to one NLB. */
public final class VpcLink implements Hop {
    VpcLink() {}

    @Override
    public HopKind kind() {
        return HopKind.VPC_LINK;
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
        return visitor.vpcLink(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VpcLink;
    }

    @Override
    public int hashCode() {
        return kind().hashCode();
    }

    @Override
    public String toString() {
        return kind().id();
    }
}
