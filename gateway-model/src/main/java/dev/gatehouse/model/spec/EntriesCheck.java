package dev.gatehouse.model.spec;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks {@code entries} against each other: hosts, shared zones and ports, and entries that serve nothing. */
final class EntriesCheck {
    private static final int MUTUAL_TLS_PORT = 8443;

    private EntriesCheck() {}

    static void check(PlatformSpec spec, Complaints complaints) {
        Map<String, String> hosts = new HashMap<>();
        Map<Integer, String> ports = new HashMap<>();
        Set<String> serving = new HashSet<>();
        spec.models().forEach(model -> serving.addAll(model.entries()));
        for (Entry entry : spec.entries()) {
            String subject = "entries." + entry.name();
            String other = hosts.putIfAbsent(entry.host(), entry.name());
            if (other != null) {
                complaints.error(
                        SpecRules.SAME_HOST,
                        subject + ".host",
                        "host " + entry.host() + " is also the host of entry " + other,
                        "entries are told apart by their hosts",
                        "give each entry a host of its own");
            }
            if (entry.isPublic() && EntryCheck.hasMutualTls(spec, entry)) {
                int port = entry.port().orElse(MUTUAL_TLS_PORT);
                String holder = ports.putIfAbsent(port, entry.name());
                if (holder != null) {
                    complaints.error(
                            SpecRules.PORT,
                            subject + ".port",
                            "entries " + holder + " and " + entry.name() + " have mutual TLS, both on port " + port,
                            "on a shared balancer each has a port of its own; left out it is " + MUTUAL_TLS_PORT,
                            "write port: " + (port + 1) + " on one of them");
                }
            }
            if (!serving.contains(entry.name()) && !hasAdmin(spec, entry)) {
                complaints.warning(
                        SpecRules.NO_ENTRY,
                        subject,
                        "no model is served on entry " + entry.name(),
                        "it costs an address, a certificate and a rule, and answers 404",
                        "name it in the entries of a model, or leave it out");
            }
        }
        zones(spec.entries(), complaints);
    }

    private static boolean hasAdmin(PlatformSpec spec, Entry entry) {
        return !entry.isPublic() && !spec.requirements(PrivateAdmin.class).isEmpty();
    }

    private static void zones(List<Entry> entries, Complaints complaints) {
        Map<String, Entry> first = new HashMap<>();
        for (Entry entry : entries) {
            entry.zone().ifPresent(zone -> {
                Entry other = first.putIfAbsent(zone.apex(), entry);
                if (other != null && other.zone().isPresent()) {
                    agree(other, other.zone().get(), entry, zone, complaints);
                }
            });
        }
    }

    private static void agree(Entry first, Zone one, Entry second, Zone two, Complaints complaints) {
        String subject = "entries." + second.name() + ".zone";
        String both = "entries " + first.name() + " and " + second.name();
        if (one instanceof CreatedZone a && two instanceof CreatedZone b) {
            if (!a.mail().isEmpty() && !b.mail().isEmpty() && !a.mail().equals(b.mail())) {
                complaints.error(
                        SpecRules.ZONES_DISAGREE,
                        subject + ".mail",
                        both + " share zone " + one.apex() + " but differ in its mail",
                        "they create one zone, which has one set of mail records",
                        "write mail on one of them only");
            }
            differ(a, b, CreatedZone::importFile)
                    .ifPresent(file -> complaints.error(
                            SpecRules.ZONES_DISAGREE,
                            subject + ".import",
                            both + " share zone " + one.apex() + " but import different files",
                            "they create one zone, which is filled once",
                            "write import on one of them only"));
        } else if (one instanceof ExistingZone a && two instanceof ExistingZone b) {
            differ(a, b, ExistingZone::id)
                    .ifPresent(id -> complaints.error(
                            SpecRules.ZONES_DISAGREE,
                            subject + ".id",
                            both + " name two zones " + one.apex(),
                            "only one of the two is asked by the internet",
                            "write the id of the zone that the parent delegates to"));
        } else {
            complaints.error(
                    SpecRules.ZONES_DISAGREE,
                    subject,
                    "zone " + one.apex() + " exists for one of " + both + " and is created for the other",
                    "two zones of one name disagree, and only one of them is asked",
                    "write existing: or create: on both");
        }
    }

    private static <Z> Optional<String> differ(Z one, Z two, Function<Z, Optional<String>> part) {
        return part.apply(two)
                .filter(text ->
                        part.apply(one).filter(other -> !other.equals(text)).isPresent());
    }
}
