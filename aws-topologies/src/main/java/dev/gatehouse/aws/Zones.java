package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.spec.CreatedZone;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.ExistingZone;
import dev.gatehouse.model.spec.Zone;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hosted zones with their mail records, one for each apex that entries create. */
final class Zones {
    private static final String MAIL_TTL_SECONDS = "3600";

    private final Site site;
    private final Map<String, Value> ids = new LinkedHashMap<>();

    Zones(Site site) {
        this.site = site;
        Map<String, Set<String>> created = new LinkedHashMap<>();
        for (Entry entry : site.spec().entries()) {
            if (entry.zone().orElse(null) instanceof CreatedZone zone) {
                created.computeIfAbsent(zone.apex(), apex -> new LinkedHashSet<>())
                        .addAll(zone.mail());
            }
        }
        created.forEach(this::create);
    }

    /** The id of the zone that holds an entry's name, if it has one. */
    Optional<Value> zoneOf(Entry entry) {
        return entry.zone().map(this::id);
    }

    private Value id(Zone zone) {
        if (zone instanceof ExistingZone existing) {
            return existing.id()
                    .map(Value::text)
                    .orElseGet(() -> site.ask(
                            Names.path(zone.apex()) + "HostedZoneId",
                            "AWS::Route53::HostedZone::Id",
                            "The hosted zone of " + zone.apex()));
        }
        Value created = ids.get(zone.apex());
        if (created == null) {
            throw new IllegalStateException("no zone was made for " + zone.apex());
        }
        return created;
    }

    private void create(String apex, Set<String> mail) {
        String word = Names.path(apex);
        Resource zone = site.add(
                Layers.ZONE,
                Resource.of(word + "HostedZone", "AWS::Route53::HostedZone")
                        .with(
                                "HostedZoneConfig",
                                Value.field(
                                        "Comment",
                                        Value.text("Made for " + site.spec().name())))
                        .with("Name", apex)
                        .retainedAlways()
                        .because("It outlives its stack: a new zone would have other name servers."));
        ids.put(apex, zone.identity());
        if (!mail.isEmpty()) {
            site.add(
                    Layers.ZONE,
                    Resource.of(word + "Mail", "AWS::Route53::RecordSet")
                            .with("HostedZoneId", zone.identity())
                            .with("Name", apex)
                            .with("ResourceRecords", Value.texts(mail.stream().toList()))
                            .with("TTL", MAIL_TTL_SECONDS)
                            .with("Type", "MX"));
        }
        site.output(
                word + "NameServers",
                "Have the registrar delegate " + apex + " to these, before any later stack is deployed",
                new Value.Flattened(", ", zone.attribute("NameServers")));
    }
}
