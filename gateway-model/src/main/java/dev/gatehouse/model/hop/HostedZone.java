package dev.gatehouse.model.hop;

/** A hosted zone in Route 53: it answers clients that ask for an entry's address, and no request passes through it. */
public final class HostedZone implements Hop {
    HostedZone() {}

    @Override
    public HopKind kind() {
        return HopKind.HOSTED_ZONE;
    }

    @Override
    public Stance stance() {
        return Stance.CONSULTED;
    }

    @Override
    public int layer() {
        return 7;
    }

    @Override
    public <R> R accept(HopVisitor<R> visitor) {
        return visitor.hostedZone(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostedZone;
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
