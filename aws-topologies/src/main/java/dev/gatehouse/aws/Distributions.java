package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.ResourceTypes;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.WebAcl;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.TimeoutLadder;
import dev.gatehouse.model.unit.Quantity;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A CloudFront distribution for each entry, which answers to the entry's host alone, passes every request on and keeps
 * none; and the VPC origin by which it reaches the private balancer.
 */
final class Distributions {
    private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";
    private static final String ORIGIN = "balancer";

    /** AWS's own policy CachingDisabled. */
    private static final String KEEP_NOTHING = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    /** AWS's own policy AllViewer: all that the client sent goes on, its Host header too. */
    private static final String PASS_EVERYTHING = "216adef6-5c7f-47e4-b989-5492eafa07d3";

    private final Site site;
    private final SecurityGroups groups;
    private final Certificates certificates;

    Distributions(Site site, SecurityGroups groups, Certificates certificates) {
        this.site = site;
        this.groups = groups;
        this.certificates = certificates;
    }

    Exports distributions(Exports behind) {
        Resource group = behind.requiredGroup("cloudfront");
        Map<Integer, Resource> origins = new TreeMap<>();
        for (Door door : behind.doors().values()) {
            origins.computeIfAbsent(door.port(), port -> origin(behind, door));
        }
        origins.keySet()
                .forEach(port -> groups.allowPrefixList(
                        group,
                        "CloudFront",
                        site.ask(
                                "CloudFrontPrefixListId",
                                "String",
                                "The prefix list com.amazonaws.global.cloudfront.origin-facing of this Region"),
                        port,
                        "CloudFront, whose managed list counts as 55 rules"));
        Optional<Value> firewall = firewall();
        Map<String, Front> fronts = new LinkedHashMap<>();
        String zone = ResourceTypes.of(DISTRIBUTION).aliasZone().orElseThrow();
        for (Entry entry : site.entriesAt(HopKind.CLOUDFRONT)) {
            Resource distribution = distribution(entry, behind, origins, firewall);
            fronts.put(entry.name(), new Front(distribution.attribute("DomainName"), Value.text(zone)));
        }
        return behind.withFronts(fronts);
    }

    private Optional<Value> firewall() {
        return site.topology().hops().stream()
                .filter(WebAcl.class::isInstance)
                .map(WebAcl.class::cast)
                .filter(WebAcl::isGlobal)
                .findFirst()
                .map(hop -> new WebAcls(site).acl(hop).attribute("Arn"));
    }

    private Resource origin(Exports behind, Door door) {
        Value.Fields endpoint = Value.fields()
                .with("Arn", behind.requiredBalancer("cloudfront").identity())
                .with("Name", site.spec().name() + "-" + door.port())
                .with("OriginProtocolPolicy", door.tls() ? "https-only" : "http-only")
                .with("OriginSSLProtocols", Value.list(Value.text("TLSv1.2")));
        return site.add(
                Layers.EDGE,
                Resource.of("VpcOrigin" + door.port(), "AWS::CloudFront::VpcOrigin")
                        .with(
                                "VpcOriginEndpointConfig",
                                endpoint.with(door.tls() ? "HTTPSPort" : "HTTPPort", door.port()))
                        .after(behind.listeners())
                        .because("The way into the VPC, which needs an internet gateway attached, though no route"
                                + "\nto it. It takes up to 15 minutes."));
    }

    private Resource distribution(
            Entry entry, Exports behind, Map<Integer, Resource> origins, Optional<Value> firewall) {
        int port = site.spec().modelsOf(entry).stream()
                .map(model -> behind.requiredDoor("cloudfront", entry, model).port())
                .findFirst()
                .orElseGet(() -> origins.keySet().iterator().next());
        Resource origin = Optional.ofNullable(origins.get(port)).orElseThrow();
        Value.Fields config = Value.fields()
                .with("Aliases", Value.list(Value.text(entry.host())))
                .with("Comment", "Entry " + entry.name() + " of " + site.spec().name())
                .with(
                        "DefaultCacheBehavior",
                        Value.fields()
                                .with(
                                        "AllowedMethods",
                                        Value.texts(
                                                List.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE")))
                                .with("CachePolicyId", KEEP_NOTHING)
                                .with("Compress", false)
                                .with("OriginRequestPolicyId", PASS_EVERYTHING)
                                .with("TargetOriginId", ORIGIN)
                                .with("ViewerProtocolPolicy", "redirect-to-https"))
                .with("Enabled", true)
                .with("HttpVersion", "http2")
                .with("IPV6Enabled", false)
                .with("Origins", Value.list(originOf(entry, behind, origin)))
                .with(
                        "ViewerCertificate",
                        Value.fields()
                                .with("AcmCertificateArn", certificates.atTheEdge(entry))
                                .with("MinimumProtocolVersion", TlsPolicy.DISTRIBUTION)
                                .with("SslSupportMethod", "sni-only"));
        if (firewall.isPresent()) {
            config = config.with("WebACLId", firewall.get());
        }
        return site.add(
                Layers.EDGE,
                Resource.of(Names.word(entry.name()) + "Distribution", DISTRIBUTION)
                        .with("DistributionConfig", config)
                        .because("It keeps no answer and changes no request."));
    }

    private Value originOf(Entry entry, Exports behind, Resource origin) {
        Value.Fields config = Value.fields();
        Optional<Duration> waits = site.spec().modelsOf(entry).stream()
                .flatMap(model -> waits(model).stream())
                .max(Comparator.naturalOrder());
        if (waits.isPresent()) {
            config = config.with("OriginReadTimeout", Math.max(1, waits.get().toSeconds()));
        }
        return Value.fields()
                .with("DomainName", behind.requiredBalancer("cloudfront").attribute("DNSName"))
                .with("Id", ORIGIN)
                .with("VpcOriginConfig", config.with("VpcOriginId", origin.identity()));
    }

    /** How long it waits for the first byte of an answer and between two: one setting is for both. */
    private Optional<Duration> waits(Model model) {
        if (!model.isStreamed()) {
            return site.topology().seam().ladder(model.name()).flatMap(ladder -> ladder.total(HopKind.CLOUDFRONT));
        }
        Duration silence = model.longestSilence().plus(TimeoutLadder.MARGIN);
        return site.topology()
                .facts()
                .find(HopKind.CLOUDFRONT.id(), "stream-idle-timeout")
                .flatMap(limit -> limit.max().or(limit::value))
                .map(Quantity::toDuration)
                .map(most -> most.compareTo(silence) <= 0 ? most : silence);
    }
}
