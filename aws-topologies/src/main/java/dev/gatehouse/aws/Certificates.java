package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.spec.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The certificate of each entry: the one that is there, one validated in the entry's zone, or a parameter. */
final class Certificates {
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

    private Value obtained(Entry entry) {
        Optional<Value> zone = zones.zoneOf(entry);
        String word = Names.word(entry.name());
        if (zone.isEmpty()) {
            return site.ask(
                    word + "CertificateArn",
                    "String",
                    "The ARN of an issued certificate for " + entry.host() + " in this Region");
        }
        Resource certificate = site.add(
                Layers.CERTIFICATES,
                Resource.of(word + "Certificate", "AWS::CertificateManager::Certificate")
                        .with("DomainName", entry.host())
                        .with(
                                "DomainValidationOptions",
                                Value.list(Value.fields()
                                        .with("DomainName", entry.host())
                                        .with("HostedZoneId", zone.get())))
                        .with("ValidationMethod", "DNS")
                        .because("It waits until the zone is delegated: the stack stands still until then."));
        return certificate.identity();
    }
}
