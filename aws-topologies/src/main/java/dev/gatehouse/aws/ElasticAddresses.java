package dev.gatehouse.aws;

import dev.gatehouse.aws.PlacedNetwork.PlacedSubnet;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import java.util.ArrayList;
import java.util.List;

/** A fixed public address in each zone for the nodes of a public NLB. */
final class ElasticAddresses {
    private ElasticAddresses() {}

    /** The subnets of the balancer, each with its address. */
    static List<Value> of(Site site, PlacedNetwork network) {
        List<Value> mappings = new ArrayList<>();
        for (PlacedSubnet subnet : network.publicSubnets()) {
            Resource address = site.add(
                    Layers.BALANCERS,
                    Resource.of("PublicAddress" + subnet.zone(), "AWS::EC2::EIP")
                            .with("Domain", "vpc")
                            .with(
                                    "Tags",
                                    Value.field("Name", Value.text(site.spec().name() + " " + subnet.zone())))
                            .after(network.internet())
                            .retainedAlways()
                            .because("It outlives its stack: callers have it in their allow-lists."));
            mappings.add(Value.fields()
                    .with("SubnetId", subnet.id())
                    .with("AllocationId", address.attribute("AllocationId")));
            site.output(
                    "PublicAddress" + subnet.zone(), "A fixed address that callers may allow-list", address.identity());
        }
        return mappings;
    }
}
