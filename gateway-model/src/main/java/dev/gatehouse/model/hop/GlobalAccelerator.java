package dev.gatehouse.model.hop;

/** A standard accelerator: two fixed anycast addresses at AWS's edge, and connections passed on at layer 4. */
public final class GlobalAccelerator implements Hop {
    GlobalAccelerator() {}

    @Override
    public HopKind kind() {
        return HopKind.GLOBAL_ACCELERATOR;
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
        return visitor.globalAccelerator(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GlobalAccelerator;
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
