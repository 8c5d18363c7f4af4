package dev.gatehouse.model.spec;

import java.util.List;
import java.util.Set;

/** Checks {@code consumers}: marks that something verifies, and at most one default plan on each entry. */
final class ConsumersCheck {
    private static final Set<String> CERTIFICATE_PARTS = Set.of("subject", "serial-number");
    private static final Set<String> ADDRESS_PARTS = Set.of("client");

    private ConsumersCheck() {}

    static void check(PlatformSpec spec, Complaints complaints) {
        List<String> entries = spec.entries().stream().map(Entry::name).toList();
        spec.consumers().identity().forEach((entry, identity) -> {
            String subject = "consumers.identity." + entry;
            complaints.name(SpecRules.UNKNOWN_ENTRY, subject, "entry", entry, entries);
            form(subject + "." + identity.by().word(), identity, complaints);
            spec.entry(entry).ifPresent(known -> verified(spec, known, identity, subject, complaints));
        });
        for (Plan plan : spec.consumers().plans()) {
            String subject = "consumers.plans." + plan.name();
            complaints.names(SpecRules.UNKNOWN_ENTRY, subject + ".entries", "entry", plan.entries(), entries);
            if (plan.burst() < 1) {
                complaints.error(
                        SpecRules.PLAN,
                        subject + ".burst",
                        "burst is " + plan.burst(),
                        "with no request at once nobody gets through",
                        "write 1 or more");
            }
            if (plan.rate().perHour().signum() == 0) {
                complaints.error(
                        SpecRules.PLAN,
                        subject + ".rate",
                        "rate is " + plan.rate(),
                        "nobody gets through",
                        "write more than 0/s");
            }
        }
        for (Entry entry : spec.entries()) {
            List<String> defaults = spec.consumers().plans(entry).stream()
                    .filter(Plan::isDefault)
                    .map(Plan::name)
                    .toList();
            if (defaults.size() > 1) {
                complaints.error(
                        SpecRules.PLAN,
                        "consumers.plans." + defaults.get(defaults.size() - 1) + ".default",
                        "entry " + entry.name() + " has " + defaults.size() + " default plans: "
                                + String.join(", ", defaults),
                        "a consumer without a plan of its own has one default",
                        "keep default: true on one of them, or give each its own entries");
            }
        }
    }

    private static void form(String subject, Identity identity, Complaints complaints) {
        String value = identity.value();
        boolean fits = switch (identity.by()) {
            case JWT_CLAIM -> !value.isBlank() && value.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '$');
            case API_KEY, HEADER -> Names.isHeader(value.toLowerCase(java.util.Locale.ROOT));
            case ADDRESS -> ADDRESS_PARTS.contains(value);
            case CERTIFICATE -> CERTIFICATE_PARTS.contains(value);
        };
        if (!fits) {
            complaints.error(
                    SpecRules.IDENTITY,
                    subject,
                    "'" + value + "' tells no consumers apart",
                    "a jwt-claim is named, an api-key or header is the name of a header",
                    switch (identity.by()) {
                        case JWT_CLAIM -> "write the name of a claim, such as client_id";
                        case API_KEY, HEADER -> "write the name of a header, such as x-api-key";
                        case ADDRESS -> "write client";
                        case CERTIFICATE -> "write subject or serial-number";
                    });
        }
    }

    private static void verified(
            PlatformSpec spec, Entry entry, Identity identity, String subject, Complaints complaints) {
        if (identity.by() == Identity.By.JWT_CLAIM
                && spec.requirement(Jwt.class, entry).isEmpty()) {
            complaints.error(
                    SpecRules.IDENTITY,
                    subject,
                    "consumers of " + entry.name() + " are told apart by a claim, but no jwt is required there",
                    "a claim that nobody verified is what its sender likes it to be",
                    "require jwt on " + entry.name() + ", or tell its consumers apart by something else");
        }
        if (identity.by() == Identity.By.CERTIFICATE && !EntryCheck.hasMutualTls(spec, entry)) {
            complaints.error(
                    SpecRules.IDENTITY,
                    subject,
                    "consumers of " + entry.name()
                            + " are told apart by certificate, but no mutual-tls is required there",
                    "without it no client shows a certificate",
                    "require mutual-tls on " + entry.name() + ", or tell its consumers apart by something else");
        }
        if (identity.by() == Identity.By.HEADER) {
            complaints.warning(
                    SpecRules.IDENTITY,
                    subject,
                    "consumers of " + entry.name() + " are told apart by a header that they set themselves",
                    "a caller changes the header and has a plan anew",
                    "use jwt-claim, api-key or certificate where callers are not your own");
        }
    }
}
