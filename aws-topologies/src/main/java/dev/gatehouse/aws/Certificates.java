package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Layer;
import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.spec.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The certificate of each entry: the one that is there, one validated in the entry's zone, or a parameter. */
final class Certificates {
    private static final String EDGE_REGION = "us-east-1";

    private final Site site;
    private final Zones zones;
    private final Map<String, Value> known = new LinkedHashMap<>();

    Certificates(Site site, Zones zones) {
        this.site = site;
        this.zones = zones;
    }

    /** The ARN of an entry's certificate. */
    Value of(Entry entry) {
        Value before = known.get(entry.name());
        if (before != null) {
            return before;
        }
        Value arn = entry.certificate().map(Value::text).orElseGet(() -> obtained(entry));
        known.put(entry.name(), arn);
        return arn;
    }

    /** The ARN of an entry's certificate in us-east-1, the one Region in which CloudFront looks for it. */
    Value atTheEdge(Entry entry) {
        if (site.spec().region().equals(EDGE_REGION)) {
            return of(entry);
        }
        Optional<String> there = entry.certificate().filter(arn -> arn.contains(":" + EDGE_REGION + ":"));
        if (there.isPresent()) {
            return Value.text(there.get());
        }
        String word = Names.word(entry.name()) + "Edge";
        return zones.zoneOf(entry)
                .map(zone -> issued(Layers.GLOBAL, word, entry, zone))
                .orElseGet(() -> site.ask(
                        word + "CertificateArn",
                        "String",
                        "The ARN of an issued certificate for " + entry.host() + " in " + EDGE_REGION));
    }

    private Value obtained(Entry entry) {
        String word = Names.word(entry.name());
        return zones.zoneOf(entry)
                .map(zone -> issued(Layers.CERTIFICATES, word, entry, zone))
                .orElseGet(() -> site.ask(
                        word + "CertificateArn",
                        "String",
                        "The ARN of an issued certificate for " + entry.host() + " in this Region"));
    }

    private Value issued(Layer layer, String word, Entry entry, Value zone) {
        Resource certificate = site.add(
                layer,
                Resource.of(word + "Certificate", "AWS::CertificateManager::Certificate")
                        .with("DomainName", entry.host())
                        .with(
                                "DomainValidationOptions",
                                Value.list(Value.fields()
                                        .with("DomainName", entry.host())
                                        .with("HostedZoneId", zone)))
                        .with("ValidationMethod", "DNS")
                        .because("It waits until the zone is delegated: the stack stands still until then."));
        return certificate.identity();
    }
}
