package dev.gatehouse.model.hop;

/** The models' own pods behind their Services: where a request ends. */
public final class ModelService implements Hop {
    ModelService() {}

    @Override
    public HopKind kind() {
        return HopKind.MODEL_SERVICE;
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
        return visitor.modelService(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelService;
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
