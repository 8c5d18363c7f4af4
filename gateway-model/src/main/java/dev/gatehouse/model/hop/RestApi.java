package dev.gatehouse.model.hop;

/** A regional REST API of Amazon API Gateway, one for each entry: a managed layer 7 proxy outside the VPC. */
public final class RestApi implements Hop {
    RestApi() {}

    @Override
    public HopKind kind() {
        return HopKind.REST_API;
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
        return visitor.restApi(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RestApi;
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
