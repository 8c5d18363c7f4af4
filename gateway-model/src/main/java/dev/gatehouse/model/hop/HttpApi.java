package dev.gatehouse.model.hop;

/** A regional HTTP API of Amazon API Gateway, one for each entry: cheaper than a REST API, and without a firewall. */
public final class HttpApi implements Hop {
    HttpApi() {}

    @Override
    public HopKind kind() {
        return HopKind.HTTP_API;
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
        return visitor.httpApi(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HttpApi;
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
