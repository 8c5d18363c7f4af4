package dev.gatehouse.model.hop;

/**
 * A component that is not ours: a partner's CDN, an appliance. It is compared by its own fact sheet, drawn, and passed
 * through in the lab; nothing is generated for it.
 */
public final class OutsideHop implements Hop {
    private final HopKind kind;
    private final Stance stance;
    private final int layer;

    OutsideHop(HopKind kind, Stance stance, int layer) {
        this.kind = kind;
        this.stance = stance;
        this.layer = layer;
    }

    @Override
    public HopKind kind() {
        return kind;
    }

    @Override
    public Stance stance() {
        return stance;
    }

    @Override
    public int layer() {
        return layer;
    }

    @Override
    public <R> R accept(HopVisitor<R> visitor) {
        return visitor.outsideHop(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutsideHop hop && hop.kind.equals(kind) && hop.stance == stance && hop.layer == layer;
    }

    @Override
    public int hashCode() {
        return kind.hashCode();
    }

    @Override
    public String toString() {
        return kind.id();
    }
}
