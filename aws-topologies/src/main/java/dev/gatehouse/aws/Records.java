package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.spec.Entry;
import java.util.Optional;

/** The name of each entry: an alias where it has a zone, and always an output that says where the name must lead. */
final class Records {
    private final Site site;
    private final Zones zones;

    Records(Site site, Zones zones) {
        this.site = site;
        this.zones = zones;
    }

    void of(Exports edge) {
        for (Entry entry : site.spec().entries()) {
            Front front = edge.fronts().get(entry.name());
            if (front == null) {
                throw new IllegalStateException("no hop makes what the name of entry " + entry.name() + " points at");
            }
            String word = Names.word(entry.name());
            Optional<Value> zone = zones.zoneOf(entry);
            zone.ifPresent(id -> site.add(
                    Layers.RELEASE,
                    Resource.of(word + "Alias", "AWS::Route53::RecordSet")
                            .with(
                                    "AliasTarget",
                                    Value.fields()
                                            .with("DNSName", front.dnsName())
                                            .with("EvaluateTargetHealth", false)
                                            .with("HostedZoneId", front.zoneId()))
                            .with("HostedZoneId", id)
                            .with("Name", entry.host())
                            .with("Type", "A")));
            site.output(
                    word + "Target",
                    zone.isPresent()
                            ? "Where " + entry.host() + " leads"
                            : "Have " + entry.host() + " lead here, by a CNAME record at your DNS host",
                    front.dnsName());
        }
    }
}
