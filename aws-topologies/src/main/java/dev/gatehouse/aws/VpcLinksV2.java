package dev.gatehouse.aws;

import dev.gatehouse.aws.PlacedNetwork.PlacedSubnet;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import java.util.Set;
import java.util.TreeSet;

/**
 * The way from the APIs into the VPC by network interfaces of its own: one link for all of them, whose security group
 * the balancer behind it lets in. Neither its subnets nor its group can be changed later: either makes a new link.
 */
final class VpcLinksV2 {
    private static final String ID = "VpcLink";

    private final Site site;
    private final PlacedNetwork network;
    private final SecurityGroups groups;

    VpcLinksV2(Site site, PlacedNetwork network, SecurityGroups groups) {
        this.site = site;
        this.network = network;
        this.groups = groups;
    }

    Exports link(Exports behind) {
        Resource balancer = behind.requiredBalancer("vpc-link-v2");
        Resource inner = behind.requiredGroup("vpc-link-v2");
        Resource group = groups.group(ID, "The VPC link: requests of API Gateway");
        Set<Integer> ports = new TreeSet<>();
        behind.doors().values().forEach(door -> ports.add(door.port()));
        groups.joinAll(ID, group, balancer.id(), inner.identity(), ports, "API Gateway to the balancer");
        Resource link = site.add(
                Layers.TARGETS,
                Resource.of(ID, "AWS::ApiGatewayV2::VpcLink")
                        .with("Name", site.spec().name())
                        .with("SecurityGroupIds", Value.list(group.identity()))
                        .with(
                                "SubnetIds",
                                Value.list(network.privateSubnets().stream()
                                        .map(PlacedSubnet::id)
                                        .toList()))
                        .because("It sleeps after 60 days without a request, and takes minutes to wake."));
        return behind.withConnection(link.identity());
    }
}
