package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Layer;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.topology.Seam;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Security groups, empty when they are made, and their rules as resources of their own, so that two groups may name
 * each other. A group's rule towards what is behind it replaces AWS's rule that lets everything out.
 */
final class SecurityGroups {
    private final Site site;
    private final PlacedNetwork network;

    SecurityGroups(Site site, PlacedNetwork network) {
        this.site = site;
        this.network = network;
    }

    /**
     * The cluster's own group: its pods are the targets. CloudFormation owns the rules that let balancers reach them.
     */
    Value cluster() {
        return site.ask(
                "ClusterSecurityGroupId",
                "AWS::EC2::SecurityGroup::Id",
                "The security group of the cluster's pods (EKS calls it the cluster security group)");
    }

    /** Where clients inside the VPC call from. */
    Value vpcRange() {
        return network.range()
                .map(Value::text)
                .orElseGet(() -> site.ask(
                        "VpcRange",
                        "String",
                        "The addresses, as a CIDR block, that entries with reach: vpc are called from"));
    }

    Resource group(String owner, String description) {
        return site.add(
                Layers.SECURITY,
                Resource.of(owner + "SecurityGroup", "AWS::EC2::SecurityGroup")
                        .with("GroupDescription", description)
                        .with("VpcId", network.vpc())
                        .with("Tags", Value.field("Name", Value.text(site.spec().name() + " " + owner))));
    }

    /** Lets a range of addresses in. */
    void allowRange(Resource group, String from, Value range, int port, String description) {
        allowRange(Layers.SECURITY, Optional.empty(), group, from, range, port, description);
    }

    /** Lets a range of addresses in, to a port that belongs to a model. */
    void allowRange(
            Layer layer, Optional<String> key, Resource group, String from, Value range, int port, String description) {
        Resource rule = Resource.of(group.id() + "From" + from + port, "AWS::EC2::SecurityGroupIngress")
                .with("CidrIp", range)
                .with("Description", description)
                .with("FromPort", port)
                .with("GroupId", group.identity())
                .with("IpProtocol", "tcp")
                .with("ToPort", port);
        if (key.isPresent()) {
            site.add(layer, key.get(), rule);
        } else {
            site.add(layer, rule);
        }
    }

    /** Lets in what one of AWS's lists of addresses names. */
    void allowPrefixList(Resource group, String from, Value list, int port, String description) {
        site.add(
                Layers.SECURITY,
                Resource.of(group.id() + "From" + from + port, "AWS::EC2::SecurityGroupIngress")
                        .with("Description", description)
                        .with("FromPort", port)
                        .with("GroupId", group.identity())
                        .with("IpProtocol", "tcp")
                        .with("SourcePrefixListId", list)
                        .with("ToPort", port));
    }

    /**
     * Opens the way from one group to another on several ports. Those of models, which may be many and come and go, are
     * opened as the one range that they are taken from.
     */
    void joinAll(
            String fromOwner, Resource from, String toOwner, Value to, Collection<Integer> ports, String description) {
        Set<Integer> single = new TreeSet<>(ports);
        if (single.removeIf(Seam::isModelPort)) {
            join(fromOwner, from, toOwner, to, Seam.FIRST_MODEL_PORT, Seam.LAST_MODEL_PORT, description);
        }
        single.forEach(port -> join(fromOwner, from, toOwner, to, port, description));
    }

    /** Opens the way from one group to another, out of the first and into the second. */
    void join(String fromOwner, Resource from, String toOwner, Value to, int port, String description) {
        join(fromOwner, from, toOwner, to, port, port, description);
    }

    private void join(
            String fromOwner, Resource from, String toOwner, Value to, int port, int last, String description) {
        String both = fromOwner + "To" + toOwner + port;
        site.add(
                Layers.SECURITY,
                Resource.of(both + "Egress", "AWS::EC2::SecurityGroupEgress")
                        .with("Description", description)
                        .with("DestinationSecurityGroupId", to)
                        .with("FromPort", port)
                        .with("GroupId", from.identity())
                        .with("IpProtocol", "tcp")
                        .with("ToPort", last));
        site.add(
                Layers.SECURITY,
                Resource.of(both + "Ingress", "AWS::EC2::SecurityGroupIngress")
                        .with("Description", description)
                        .with("FromPort", port)
                        .with("GroupId", to)
                        .with("IpProtocol", "tcp")
                        .with("SourceSecurityGroupId", from.identity())
                        .with("ToPort", last));
    }
}
