package dev.gatehouse.model.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks one of {@code entries} by itself: host, certificate, zone, mail and port. */
final class EntryCheck {
    private static final Pattern CERTIFICATE = Pattern.compile(
            "arn:aws(-cn|-us-gov)?:acm:([a-z0-9-]+):[0-9]{12}:certificate/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ZONE_ID = Pattern.compile("Z[A-Z0-9]{1,31}");
    private static final Pattern MAIL = Pattern.compile("([0-9]{1,5}) +(\\S+)");

    private EntryCheck() {}

    static void check(PlatformSpec spec, Entry entry, Complaints complaints) {
        String subject = "entries." + entry.name();
        host(subject + ".host", entry.host(), complaints);
        entry.certificate().ifPresent(arn -> certificate(spec, subject + ".certificate", arn, complaints));
        entry.zone().ifPresent(zone -> zone(entry, subject + ".zone", zone, complaints));
        port(spec, entry, subject + ".port", complaints);
    }

    private static void host(String subject, String host, Complaints complaints) {
        if (!Names.isHost(host)) {
            String lower = host.toLowerCase(java.util.Locale.ROOT);
            complaints.error(
                    SpecRules.HOST,
                    subject,
                    "'" + host + "' is no host",
                    "an entry answers to one DNS name: no scheme, port, path, star or final dot, in lower case",
                    "write " + (Names.isHost(lower) ? lower : "a name such as models.example.com"));
        }
    }

    private static void certificate(PlatformSpec spec, String subject, String arn, Complaints complaints) {
        Matcher matcher = CERTIFICATE.matcher(arn);
        if (!matcher.matches()) {
            complaints.error(
                    SpecRules.CERTIFICATE,
                    subject,
                    "'" + arn + "' is no ARN of a certificate in ACM",
                    "one is arn:aws:acm:REGION:ACCOUNT:certificate/ID, the account with 12 digits",
                    "write the ARN as aws acm list-certificates shows it");
        } else if (!matcher.group(2).equals(spec.region())) {
            complaints.error(
                    SpecRules.CERTIFICATE,
                    subject,
                    "the certificate is in " + matcher.group(2) + ", the platform in " + spec.region(),
                    "a balancer and a regional REST API take certificates of their own Region only",
                    "write the ARN of a certificate in " + spec.region());
        }
    }

    private static void zone(Entry entry, String subject, Zone zone, Complaints complaints) {
        String apex = subject + (zone instanceof CreatedZone ? ".create" : ".existing");
        if (!Names.isHost(zone.apex())) {
            complaints.error(
                    SpecRules.ZONE,
                    apex,
                    "'" + zone.apex() + "' is no name of a zone",
                    "a zone's name is a DNS name in lower case, without a final dot",
                    "write a name such as bank.example");
        } else if (!entry.host().equals(zone.apex()) && !entry.host().endsWith("." + zone.apex())) {
            complaints.error(
                    SpecRules.ZONE,
                    apex,
                    "host " + entry.host() + " is not inside zone " + zone.apex(),
                    "a zone answers only for names that end in its own",
                    "write the zone that holds " + entry.host());
        }
        if (zone instanceof ExistingZone existing) {
            existing.id()
                    .filter(id -> !ZONE_ID.matcher(id).matches())
                    .ifPresent(id -> complaints.error(
                            SpecRules.ZONE,
                            subject + ".id",
                            "'" + id + "' is no id of a hosted zone",
                            "one is Z and capital letters and digits",
                            "write the id as aws route53 list-hosted-zones shows it, without /hostedzone/"));
        }
        if (zone instanceof CreatedZone created) {
            for (int i = 0; i < created.mail().size(); i++) {
                mail(subject + ".mail[" + i + "]", created.mail().get(i), complaints);
            }
            created.importFile().ifPresent(file -> PlatformCheck.relative(subject + ".import", file, complaints));
        }
    }

    private static void mail(String subject, String record, Complaints complaints) {
        Matcher matcher = MAIL.matcher(record);
        boolean fits = matcher.matches() && Integer.parseInt(matcher.group(1)) <= 65_535;
        if (!fits || !Names.isHost(matcher.group(2).replaceAll("\\.$", ""))) {
            complaints.error(
                    SpecRules.MAIL,
                    subject,
                    "'" + record + "' is no mail record",
                    "it is a priority from 0 to 65535 and the mail server's name; a wrong one loses mail silently",
                    "write one such as 10 mx1.mailhost.example");
        }
    }

    private static void port(PlatformSpec spec, Entry entry, String subject, Complaints complaints) {
        if (entry.port().isEmpty()) {
            return;
        }
        int port = entry.port().getAsInt();
        if (port < 1 || port > 65_535) {
            complaints.error(SpecRules.PORT, subject, "port " + port, "a port is 1 to 65535", "write one such as 8443");
        } else if (port == 80) {
            complaints.error(
                    SpecRules.PORT,
                    subject,
                    "port 80 speaks plain HTTP",
                    "an entry with a port of its own has mutual TLS there",
                    "write one such as 8443");
        } else if (port == 443
                && spec.entries().stream().anyMatch(other -> other.isPublic() && !hasMutualTls(spec, other))) {
            complaints.error(
                    SpecRules.PORT,
                    subject,
                    "port 443 is taken by the entries without mutual TLS",
                    "on a shared balancer a listener asks all of its clients for a certificate, or none",
                    "write one such as 8443");
        }
        if (!hasMutualTls(spec, entry)) {
            complaints.warning(
                    SpecRules.PORT,
                    subject,
                    "port " + port + " is not used",
                    "only an entry with mutual TLS gets a port of its own",
                    "leave it out, or require mutual-tls on " + entry.name());
        }
    }

    /** Whether some block of {@code mutual-tls} covers the entry. */
    static boolean hasMutualTls(PlatformSpec spec, Entry entry) {
        return spec.requirement(MutualTls.class, entry).isPresent();
    }
}
