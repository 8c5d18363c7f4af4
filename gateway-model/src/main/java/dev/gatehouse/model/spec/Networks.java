package dev.gatehouse.model.spec;

import java.util.List;

/** What networks are made of, for static import beside {@link PlatformSpec#named}. */
public final class Networks {
    private Networks() {}

    /** A VPC made with the platform, such as {@code 10.20.0.0/16}. */
    public static CreatedNetwork createdNetwork(String range) {
        return new CreatedNetwork(range);
    }

    /** A VPC that exists, without its subnets yet. */
    public static ExistingNetwork existingNetwork(String vpc) {
        return new ExistingNetwork(vpc, List.of(), List.of());
    }

    /** A subnet that exists. */
    public static Subnet subnet(String id, String range) {
        return new Subnet(id, range);
    }
}
