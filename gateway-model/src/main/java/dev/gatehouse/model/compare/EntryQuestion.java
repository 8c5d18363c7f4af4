package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Exposure;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.spec.CreatedNetwork;
import dev.gatehouse.model.spec.CreatedZone;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.ExistingZone;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.NetworkParameters;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must be seen to for an entry that belongs to no promise: its certificate, its name, the cluster. */
final class EntryQuestion implements Question.OfEntry {
    private static final Pattern WORDS = Pattern.compile("[^A-Za-z0-9]+");

    @Override
    public String row() {
        return "entry";
    }

    @Override
    public String rule() {
        return "GH-325";
    }

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return "entries." + path.entry().name();
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path) {
        List<Fact> facts = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        conditions.addAll(certificate(topology, path));
        conditions.addAll(name(path.entry()));
        conditions.addAll(network(topology, path));
        conditions.addAll(cluster(topology, path));
        Optional<Fact> zones =
                topology.facts().find("region", "zones", topology.spec().region());
        zones.ifPresentOrElse(
                facts::add,
                () -> conditions.add(
                        Condition.yours("check that " + topology.spec().region() + " has "
                                + topology.spec().zones() + " zones: its number stands on no fact sheet")));
        String how = topology.clientsSpeakTls(path.entry()) ? "by TLS" : "by plain HTTP, inside the VPC";
        return Optional.of(Answered.kept(
                path.entry().host() + " is reached at " + path.entrance().kind() + ", " + how, conditions, facts));
    }

    private static List<Condition> certificate(Topology topology, EntryPath path) {
        Entry entry = path.entry();
        List<Condition> conditions = new ArrayList<>();
        boolean given = entry.certificate().isPresent() || entry.zone().isPresent();
        if (!given && topology.clientsSpeakTls(entry) && needsCertificateHere(topology, path)) {
            conditions.add(Condition.yours("the parameter " + pascal(entry.name())
                    + "CertificateArn: a certificate in ACM for " + entry.host()));
        }
        if (path.has(HopKind.CLOUDFRONT) && !isAtTheEdge(topology, entry)) {
            conditions.add(Condition.yours("the parameter " + pascal(entry.name())
                    + "EdgeCertificateArn: a certificate in ACM of us-east-1 for " + entry.host()
                    + ", where CloudFront looks for it"));
        }
        return conditions;
    }

    /** Whether something in the platform's own Region shows the entry's certificate; pods have theirs in a Secret. */
    private static boolean needsCertificateHere(Topology topology, EntryPath path) {
        boolean passedOn = path.lastBalancer()
                .filter(hop -> hop instanceof NetworkLoadBalancer balancer && balancer.exposure() == Exposure.EDGE)
                .isPresent();
        boolean distribution =
                path.has(HopKind.CLOUDFRONT) && topology.spec().region().equals("us-east-1");
        return !passedOn || distribution;
    }

    /** Whether the entry's certificate is issued or stands in us-east-1. */
    private static boolean isAtTheEdge(Topology topology, Entry entry) {
        return topology.spec().region().equals("us-east-1")
                || entry.certificate().map(arn -> arn.contains(":us-east-1:")).orElse(false)
                || entry.zone().isPresent();
    }

    private static List<Condition> name(Entry entry) {
        List<Condition> conditions = new ArrayList<>();
        if (entry.zone().isEmpty()) {
            conditions.add(Condition.yours("point " + entry.host() + " at the address that the stack's outputs name"));
            return conditions;
        }
        if (entry.zone().get() instanceof ExistingZone zone && zone.id().isEmpty()) {
            conditions.add(Condition.yours(
                    "the parameter " + pascal(zone.apex()) + "HostedZoneId: the id of zone " + zone.apex()));
        }
        if (entry.zone().get() instanceof CreatedZone zone) {
            conditions.add(
                    Condition.yours(
                            "delegate " + zone.apex()
                                    + " to the four name servers of the new zone before the stacks behind it: certificates wait for it"));
            if (zone.importFile().isPresent()) {
                conditions.add(Condition.yours(
                        "carry the records of " + zone.importFile().get()
                                + " into the new zone before its name servers change: this release checks them only"));
            }
        }
        return conditions;
    }

    private static List<Condition> network(Topology topology, EntryPath path) {
        List<Condition> conditions = new ArrayList<>();
        if (topology.spec().network() instanceof NetworkParameters) {
            conditions.add(Condition.yours(
                    "the parameters VpcId, PublicSubnet… and PrivateSubnet… of each zone: the spec names no network"));
            boolean pinned = path.hops().stream()
                    .anyMatch(hop -> hop instanceof NetworkLoadBalancer balancer && balancer.pinned());
            if (pinned && path.has(HopKind.APPLICATION_LOAD_BALANCER)) {
                conditions.add(Condition.yours("the parameters PrivateSubnet…Address: a free address of each private"
                        + " subnet, by which the ALB reaches the NLB"));
            }
        }
        if (!path.entry().isPublic() && !(topology.spec().network() instanceof CreatedNetwork)) {
            conditions.add(Condition.yours("the parameter VpcRange: where clients inside the VPC call from"));
        }
        if (path.has(HopKind.CLOUDFRONT)) {
            conditions.add(Condition.yours("the parameter CloudFrontPrefixListId: the managed prefix list"
                    + " com.amazonaws.global.cloudfront.origin-facing of the Region; it counts as 55 of a security"
                    + " group's rules"));
        }
        conditions.add(
                Condition.yours("the parameter ClusterSecurityGroupId: the security group of the cluster's pods"));
        conditions.add(Condition.yours("AWS Load Balancer Controller 2.11 or later in the cluster"));
        return conditions;
    }

    private static List<Condition> cluster(Topology topology, EntryPath path) {
        return path.has(HopKind.AMBASSADOR)
                ? List.of(Condition.yours("Emissary-ingress 4 in namespace "
                        + topology.spec().cluster().ambassador()
                        + ", its chart with module.enabled: false and createDefaultListeners: false"))
                : List.of();
    }

    /** {@code bank.example} as {@code BankExample}: how parameters are named. */
    static String pascal(String name) {
        StringBuilder pascal = new StringBuilder();
        for (String word : WORDS.split(name, -1)) {
            if (!word.isEmpty()) {
                pascal.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return pascal.toString();
    }
}
