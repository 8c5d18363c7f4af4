package dev.gatehouse.model.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Checks {@code network}: ids, ranges, a subnet for each zone, and that a cluster that exists is not put into a new
 * VPC.
 */
final class NetworkCheck {
    private static final Pattern VPC = Pattern.compile("vpc-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern SUBNET = Pattern.compile("subnet-([0-9a-f]{8}|[0-9a-f]{17})");

    private record Located(String subject, String id, AddressRange range) {}

    private NetworkCheck() {}

    static void check(PlatformSpec spec, Complaints complaints) {
        if (spec.network() instanceof CreatedNetwork created) {
            range("network.create.range", created.range(), 16, 24, complaints)
                    .filter(range -> !range.isPrivate())
                    .ifPresent(range -> complaints.warning(
                            SpecRules.RANGE,
                            "network.create.range",
                            range + " is not set aside for private networks",
                            "addresses on the internet that lie in it can't be reached from the VPC",
                            "choose a range inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16"));
            spec.cluster()
                    .existing()
                    .ifPresent(cluster -> complaints.error(
                            SpecRules.CLUSTER_IN_NEW_NETWORK,
                            "network.create",
                            "the network is created, but cluster " + cluster + " exists",
                            "a cluster that exists lives in a VPC that exists; it can't move into a new one",
                            "name the cluster's VPC under network.existing, or leave cluster.existing out"));
        }
        if (spec.network() instanceof ExistingNetwork existing) {
            existing(spec, existing, complaints);
        }
    }

    private static void existing(PlatformSpec spec, ExistingNetwork network, Complaints complaints) {
        if (!VPC.matcher(network.vpc()).matches()) {
            complaints.error(
                    SpecRules.NETWORK,
                    "network.existing.vpc",
                    "'" + network.vpc() + "' is no id of a VPC",
                    "one is vpc- and 8 or 17 hexadecimal digits",
                    "write the id as aws ec2 describe-vpcs shows it");
        }
        List<Located> subnets = new ArrayList<>();
        subnets.addAll(subnets("network.existing.public", network.publicSubnets(), complaints));
        subnets.addAll(subnets("network.existing.private", network.privateSubnets(), complaints));
        boolean open = spec.entries().stream().anyMatch(Entry::isPublic);
        if (open || !network.publicSubnets().isEmpty()) {
            onePerZone("network.existing.public", network.publicSubnets(), spec.zones(), complaints);
        }
        onePerZone("network.existing.private", network.privateSubnets(), spec.zones(), complaints);
        distinct(subnets, complaints);
    }

    private static void onePerZone(String subject, List<Subnet> subnets, int zones, Complaints complaints) {
        if (subnets.size() != zones) {
            boolean sensible = subnets.size() >= 2 && subnets.size() <= 4;
            complaints.error(
                    SpecRules.SUBNETS,
                    subject,
                    subnets.size() + (subnets.size() == 1 ? " subnet" : " subnets") + " for " + zones + " zones",
                    "a balancer has one subnet in each zone that the platform spans",
                    sensible
                            ? "write one subnet for each zone, or zones: " + subnets.size()
                            : "write one subnet for each of " + zones + " zones");
        }
    }

    private static List<Located> subnets(String subject, List<Subnet> subnets, Complaints complaints) {
        List<Located> located = new ArrayList<>();
        for (int i = 0; i < subnets.size(); i++) {
            String where = subject + "[" + i + "]";
            Subnet subnet = subnets.get(i);
            if (!SUBNET.matcher(subnet.id()).matches()) {
                complaints.error(
                        SpecRules.NETWORK,
                        where + ".subnet",
                        "'" + subnet.id() + "' is no id of a subnet",
                        "one is subnet- and 8 or 17 hexadecimal digits",
                        "write the id as aws ec2 describe-subnets shows it");
            }
            range(where + ".range", subnet.range(), 16, 28, complaints)
                    .ifPresent(range -> located.add(new Located(where, subnet.id(), range)));
        }
        return located;
    }

    private static void distinct(List<Located> subnets, Complaints complaints) {
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < subnets.size(); i++) {
            Located subnet = subnets.get(i);
            String other = ids.putIfAbsent(subnet.id(), subnet.subject());
            if (other != null) {
                complaints.error(
                        SpecRules.SUBNETS,
                        subnet.subject() + ".subnet",
                        subnet.id() + " stands twice; the other is " + other,
                        "each subnet is in one zone and is either public or private",
                        "write the id of another subnet");
                continue;
            }
            subnets.subList(0, i).stream()
                    .filter(before -> before.range().overlaps(subnet.range()))
                    .findFirst()
                    .ifPresent(before -> complaints.error(
                            SpecRules.OVERLAPPING_RANGES,
                            subnet.subject() + ".range",
                            subnet.range() + " overlaps " + before.range() + " of " + before.subject(),
                            "subnets of a VPC never share an address; pinned addresses would be taken from the wrong one",
                            "write the range as aws ec2 describe-subnets shows it"));
        }
    }

    private static Optional<AddressRange> range(
            String subject, String text, int fewestBits, int mostBits, Complaints complaints) {
        Optional<AddressRange> range = AddressRange.of(text);
        if (range.isEmpty()) {
            complaints.error(
                    SpecRules.RANGE,
                    subject,
                    "'" + text + "' is no range of addresses",
                    "a range is an IPv4 address, a slash and how many bits are fixed",
                    "write one such as 10.20.0.0/16");
            return range;
        }
        if (!range.get().equals(range.get().aligned())) {
            complaints.error(
                    SpecRules.RANGE,
                    subject,
                    text + " has bits set after the first " + range.get().bits(),
                    "AWS refuses a range that does not begin at its first address",
                    "write " + range.get().aligned());
        }
        if (range.get().bits() < fewestBits || range.get().bits() > mostBits) {
            complaints.error(
                    SpecRules.RANGE,
                    subject,
                    text + " has " + range.get().size() + " addresses",
                    "AWS takes /16 to /28 here, and the platform's subnets need room: /" + fewestBits + " to /"
                            + mostBits,
                    "write a range from /" + fewestBits + " to /" + mostBits);
        }
        return range;
    }
}
