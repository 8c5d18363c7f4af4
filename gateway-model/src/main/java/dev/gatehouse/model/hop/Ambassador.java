package dev.gatehouse.model.hop;

/** Ambassador, today Emissary-ingress: Envoy in the cluster, configured by Kubernetes resources beside each service. */
public final class Ambassador implements Hop {
    Ambassador() {}

    @Override
    public HopKind kind() {
        return HopKind.AMBASSADOR;
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
        return visitor.ambassador(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ambassador;
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
