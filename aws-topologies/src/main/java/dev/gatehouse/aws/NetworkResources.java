package dev.gatehouse.aws;

import dev.gatehouse.aws.PlacedNetwork.PlacedSubnet;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.spec.CreatedNetwork;
import dev.gatehouse.model.spec.ExistingNetwork;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The network: made with public and private subnets and no NAT gateway, or found by ids, or by parameters. */
final class NetworkResources {
    private static final List<String> ZONES = List.of("A", "B", "C", "D");
    private static final String SUBNET = "AWS::EC2::Subnet";

    private final Site site;
    private final PlatformSpec spec;

    NetworkResources(Site site) {
        this.site = site;
        this.spec = site.spec();
    }

    PlacedNetwork network() {
        if (spec.network() instanceof CreatedNetwork created) {
            return created(created);
        }
        if (spec.network() instanceof ExistingNetwork existing) {
            return new PlacedNetwork(
                    Value.text(existing.vpc()),
                    Optional.empty(),
                    placed(existing.publicSubnets()),
                    placed(existing.privateSubnets()),
                    List.of());
        }
        return new PlacedNetwork(
                site.ask("VpcId", "AWS::EC2::VPC::Id", "The VPC of the cluster"),
                Optional.empty(),
                parameters("Public", "with a route to an internet gateway"),
                parameters("Private", "in which the pods are reached"),
                List.of());
    }

    private static List<PlacedSubnet> placed(List<Subnet> subnets) {
        List<PlacedSubnet> placed = new ArrayList<>();
        for (int at = 0; at < subnets.size(); at++) {
            Subnet subnet = subnets.get(at);
            placed.add(new PlacedSubnet(ZONES.get(at), Value.text(subnet.id()), Optional.of(subnet.range())));
        }
        return placed;
    }

    private List<PlacedSubnet> parameters(String kind, String described) {
        return ZONES.subList(0, spec.zones()).stream()
                .map(zone -> new PlacedSubnet(
                        zone,
                        site.ask(
                                kind + "Subnet" + zone,
                                "AWS::EC2::Subnet::Id",
                                "A subnet in zone " + zone + " " + described),
                        Optional.empty()))
                .toList();
    }

    private PlacedNetwork created(CreatedNetwork created) {
        Resource vpc = site.add(
                Layers.NETWORK,
                named("Vpc", "AWS::EC2::VPC", spec.name())
                        .with("CidrBlock", created.range())
                        .with("EnableDnsHostnames", true)
                        .with("EnableDnsSupport", true));
        Resource gateway = site.add(Layers.NETWORK, named("InternetGateway", "AWS::EC2::InternetGateway", spec.name()));
        Resource attachment = site.add(
                Layers.NETWORK,
                Resource.of("InternetGatewayAttachment", "AWS::EC2::VPCGatewayAttachment")
                        .with("InternetGatewayId", gateway.identity())
                        .with("VpcId", vpc.identity()));
        Resource publicRoutes = routes("Public", vpc);
        Resource privateRoutes = routes("Private", vpc);
        Resource toInternet = site.add(
                Layers.NETWORK,
                Resource.of("PublicRouteToInternet", "AWS::EC2::Route")
                        .with("DestinationCidrBlock", "0.0.0.0/0")
                        .with("GatewayId", gateway.identity())
                        .with("RouteTableId", publicRoutes.identity())
                        .after(List.of(attachment.id())));
        Cidr range = Cidr.of(created.range());
        List<PlacedSubnet> publicSubnets = new ArrayList<>();
        List<PlacedSubnet> privateSubnets = new ArrayList<>();
        for (int at = 0; at < spec.zones(); at++) {
            publicSubnets.add(subnet("Public", at, range.eighth(at), vpc, publicRoutes));
            privateSubnets.add(subnet("Private", at, range.eighth(at + ZONES.size()), vpc, privateRoutes));
        }
        return new PlacedNetwork(
                vpc.identity(),
                Optional.of(created.range()),
                publicSubnets,
                privateSubnets,
                List.of(attachment.id(), toInternet.id()));
    }

    private Resource routes(String kind, Resource vpc) {
        return site.add(
                Layers.NETWORK,
                named(kind + "Routes", "AWS::EC2::RouteTable", spec.name() + "-" + kind.toLowerCase(Locale.ROOT))
                        .with("VpcId", vpc.identity()));
    }

    private PlacedSubnet subnet(String kind, int zone, Cidr range, Resource vpc, Resource routes) {
        String id = kind + "Subnet" + ZONES.get(zone);
        boolean isPublic = kind.equals("Public");
        String name = spec.name() + "-" + kind.toLowerCase(Locale.ROOT) + "-"
                + ZONES.get(zone).toLowerCase(Locale.ROOT);
        Resource subnet = site.add(
                Layers.NETWORK,
                Resource.of(id, SUBNET)
                        .with("AvailabilityZone", new Value.ZoneName(zone))
                        .with("CidrBlock", range.toString())
                        .with("VpcId", vpc.identity())
                        .with(
                                "Tags",
                                Value.field("Name", Value.text(name))
                                        .with(
                                                isPublic ? "kubernetes.io/role/elb" : "kubernetes.io/role/internal-elb",
                                                "1")));
        site.add(
                Layers.NETWORK,
                Resource.of(id + "Routes", "AWS::EC2::SubnetRouteTableAssociation")
                        .with("RouteTableId", routes.identity())
                        .with("SubnetId", subnet.identity()));
        return new PlacedSubnet(ZONES.get(zone), subnet.identity(), Optional.of(range.toString()));
    }

    private static Resource named(String id, String type, String name) {
        return Resource.of(id, type).with("Tags", Value.field("Name", Value.text(name)));
    }
}
