package dev.gatehouse.model.spec;

import java.util.List;

/**
 * A VPC that exists.
 *
 * @param vpc its id, {@code vpc-…}
 * @param publicSubnets one per zone, with a route to the internet
 * @param privateSubnets one per zone; balancer addresses are pinned out of their ranges
 */
public record ExistingNetwork(String vpc, List<Subnet> publicSubnets, List<Subnet> privateSubnets) implements Network {
    /** Copies both lists. */
    public ExistingNetwork {
        publicSubnets = List.copyOf(publicSubnets);
        privateSubnets = List.copyOf(privateSubnets);
    }

    /** The same VPC with these public subnets, one per zone. */
    public ExistingNetwork withPublic(Subnet... subnets) {
        return new ExistingNetwork(vpc, List.of(subnets), privateSubnets);
    }

    /** The same VPC with these private subnets, one per zone. */
    public ExistingNetwork withPrivate(Subnet... subnets) {
        return new ExistingNetwork(vpc, publicSubnets, List.of(subnets));
    }
}
