package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Partition;
import dev.gatehouse.aws.graph.Stack;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.topology.Topology;
import java.util.List;

/**
 * The CloudFormation files of a topology.
 *
 * <p>A fold from the cluster to the edge: each hop makes its resources from what lies behind it and answers what may
 * point at it. A hop that no entry's requests meet is not made. Output is the same, byte for byte, on each run.
 */
public final class CloudFormation {
    private CloudFormation() {}

    /** Every stack of the topology, in deploy order. */
    public static AwsFiles of(Topology topology) {
        return AwsFiles.of(topology, stacks(topology));
    }

    static List<Stack> stacks(Topology topology) {
        Site site = new Site(topology);
        PlacedNetwork network = new NetworkResources(site).network();
        Zones zones = new Zones(site);
        SecurityGroups groups = new SecurityGroups(site, network);
        Certificates certificates = new Certificates(site, zones);
        Exports exports = new NetworkBalancers(site, network, groups, certificates).beside(Exports.OF_THE_CLUSTER);
        List<Hop> hops = topology.hops().stream()
                .filter(hop ->
                        topology.paths().stream().anyMatch(path -> path.hops().contains(hop)))
                .toList();
        for (int at = hops.size() - 1; at >= 0; at--) {
            exports = hops.get(at).accept(new HopResources(site, network, groups, certificates, exports));
        }
        new Records(site, zones).of(exports);
        String whose = " of " + topology.spec().name() + ", design "
                + topology.design().id();
        return Partition.of(site.draft(), purpose -> purpose + whose);
    }
}
