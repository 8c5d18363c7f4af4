package dev.gatehouse.aws;

import dev.gatehouse.aws.PlacedNetwork.PlacedSubnet;
import dev.gatehouse.aws.graph.Hash;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import java.util.List;

/**
 * The private addresses of an NLB that an ALB reaches: one per zone, near the upper end of its subnet, never among the
 * first four or the last, which are AWS's own. They follow from the NLB's name, so that an NLB that replaces another
 * asks for other addresses than those that the old one still holds: in a subnet of 256 addresses or more in 63 of 64
 * cases. In the last one a replacement takes two deployments.
 */
final class PinnedAddresses {
    private static final int MOST_CHOICES = 64;
    private static final int QUARTER = 4;

    /** The last address is AWS's own; the one below it is left to whoever counts from the end. */
    private static final int SPARED = 2;

    private PinnedAddresses() {}

    /** The address of the NLB's node in each subnet, in their order. */
    static List<Value> of(Site site, List<PlacedSubnet> subnets, Resource balancer) {
        String name = balancer.properties().get("Name") instanceof Value.Text text ? text.text() : balancer.id();
        return subnets.stream()
                .map(subnet -> subnet.range()
                        .map(range -> Value.text(chosen(Cidr.of(range), name)))
                        .orElseGet(() -> site.ask(
                                "PrivateSubnet" + subnet.zone() + "Address",
                                "String",
                                "A free address of PrivateSubnet" + subnet.zone()
                                        + ", not one of its first four or its last; it is pinned to the balancer")))
                .toList();
    }

    private static String chosen(Cidr range, String name) {
        long choices = Math.min(MOST_CHOICES, range.size() / QUARTER);
        return range.fromLast(SPARED + Long.parseLong(Hash.of(name, 7), 16) % choices);
    }
}
