package dev.gatehouse.model.spec;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks {@code require}: scopes, blocks that overlap, and what each promise says. */
final class RequireCheck {
    private static final Pattern TRUST = Pattern.compile("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[^\\s/][^\\s]*");
    private static final Pattern ADMIN_PATH = Pattern.compile("/[A-Za-z0-9._:/-]*");

    private final PlatformSpec spec;
    private final Complaints complaints;
    private final List<String> entries;
    private final List<String> models;

    private RequireCheck(PlatformSpec spec, Complaints complaints) {
        this.spec = spec;
        this.complaints = complaints;
        this.entries = spec.entries().stream().map(Entry::name).toList();
        this.models = spec.models().stream().map(Model::name).toList();
    }

    static void check(PlatformSpec spec, Complaints complaints) {
        RequireCheck check = new RequireCheck(spec, complaints);
        List<String> subjects = subjects(spec);
        for (int i = 0; i < subjects.size(); i++) {
            check.one(spec.requirements().get(i), subjects.get(i));
        }
        check.overlaps(subjects);
        if (!spec.requirements(PrivateAdmin.class).isEmpty()) {
            check.adminPaths();
        }
    }

    /** For each requirement {@code require.jwt}, or {@code require.jwt[1]} where the promise has several blocks. */
    private static List<String> subjects(PlatformSpec spec) {
        Map<String, Long> blocks = spec.requirements().stream().collect(groupingBy(Requirement::word, counting()));
        Map<String, Integer> next = new HashMap<>();
        return spec.requirements().stream()
                .map(Requirement::word)
                .map(word -> {
                    int index = next.merge(word, 1, Integer::sum) - 1;
                    return "require." + word + (blocks.getOrDefault(word, 1L) == 1 ? "" : "[" + index + "]");
                })
                .toList();
    }

    private void one(Requirement requirement, String subject) {
        scope(requirement, subject);
        if (requirement instanceof WebFirewall firewall) {
            firewall(firewall, subject);
        } else if (requirement instanceof Jwt jwt) {
            jwt(jwt, subject);
        } else if (requirement instanceof MutualTls mutualTls
                && !TRUST.matcher(mutualTls.trust()).matches()) {
            complaints.error(
                    SpecRules.PROMISE,
                    subject + ".trust",
                    "'" + mutualTls.trust() + "' is no object in S3",
                    "the certificate authorities that clients are trusted by are one file of PEM in a bucket",
                    "write s3://bucket/key");
        } else if (requirement instanceof PrivateAdmin admin) {
            admin(admin, subject);
        } else if (requirement instanceof AvailabilityAtLeast availability) {
            availability(availability, subject);
        } else if (requirement instanceof MonthlyCostAtMost cost) {
            cost(cost, subject);
        }
    }

    private void scope(Requirement requirement, String subject) {
        Scope scope = requirement.scope();
        complaints.names(SpecRules.UNKNOWN_ENTRY, subject + ".on", "entry", scope.entries(), entries);
        complaints.names(SpecRules.UNKNOWN_MODEL, subject + ".models", "model", scope.models(), models);
        if (scope.entries().isEmpty() && !entries.isEmpty()) {
            complaints.error(
                    SpecRules.SCOPE,
                    subject + ".on",
                    requirement.word() + " holds on no entry",
                    "left out, on means all entries but those with reach: vpc",
                    "write on: [" + entries.get(0) + "], or leave the promise out");
        }
        if (!scope.models().isEmpty() && !Promises.HAVE_MODELS.contains(requirement.word())) {
            complaints.error(
                    SpecRules.SCOPE,
                    subject + ".models",
                    requirement.word() + " can't hold for some models only",
                    "it is a matter of the connection, which has no model yet",
                    "leave models out");
        }
        if (!Promises.HAVE_ENTRIES.contains(requirement.word())
                && !scope.entries().equals(entries)) {
            complaints.error(
                    SpecRules.SCOPE,
                    subject + ".on",
                    requirement.word() + " can't hold on some entries only",
                    "it is a sum over the platform",
                    "leave on out");
        }
        for (String name : scope.models()) {
            Optional<Model> model = spec.model(name);
            if (model.isPresent() && model.get().entries().stream().noneMatch(scope.entries()::contains)) {
                complaints.error(
                        SpecRules.SCOPE,
                        subject + ".models",
                        "model " + name + " is served on none of " + String.join(", ", scope.entries()),
                        "the promise would hold for nothing",
                        "drop " + name + ", or name one of its entries in on");
            }
        }
    }

    private void firewall(WebFirewall firewall, String subject) {
        for (String name : firewall.except().keySet()) {
            String where = subject + ".except." + name;
            complaints.name(SpecRules.UNKNOWN_MODEL, where, "model", name, models);
            Optional<Model> model = spec.model(name);
            boolean inside = model.isEmpty()
                    || spec.entries().stream()
                            .anyMatch(entry -> model.get().entries().contains(entry.name())
                                    && firewall.scope().covers(entry, model.get()));
            if (!inside) {
                complaints.warning(
                        SpecRules.SCOPE,
                        where,
                        "model " + name + " is outside of what the firewall covers",
                        "an exception from nothing excepts nothing",
                        "drop it");
            }
        }
    }

    private void jwt(Jwt jwt, String subject) {
        https(subject + ".issuer", jwt.issuer());
        https(subject + ".jwks", jwt.jwks());
        if (jwt.audience().isEmpty() || jwt.audience().stream().anyMatch(String::isBlank)) {
            complaints.error(
                    SpecRules.PROMISE,
                    subject + ".audience",
                    "the audience names nobody",
                    "without it a token for any other service of the issuer would do",
                    "write audience: [models], or what your issuer puts into aud");
        }
    }

    private void https(String subject, String address) {
        boolean good = false;
        try {
            URI uri = new URI(address);
            good = "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && address.indexOf('$') < 0;
        } catch (URISyntaxException e) {
            // no address at all, which is reported below like a wrong one
        }
        if (!good) {
            complaints.error(
                    SpecRules.PROMISE,
                    subject,
                    "'" + address + "' is no https address",
                    "keys that come over plain HTTP can be exchanged on the way",
                    "write one such as https://idp.bank.example/jwks");
        }
    }

    private void admin(PrivateAdmin admin, String subject) {
        if (admin.paths().isEmpty()) {
            complaints.error(
                    SpecRules.PROMISE, subject + ".paths", "no path is kept private", "", "write paths: [/metrics]");
        }
        for (int i = 0; i < admin.paths().size(); i++) {
            String path = admin.paths().get(i);
            String where = subject + ".paths[" + i + "]";
            if (!ADMIN_PATH.matcher(path).matches() || path.equals("/") || path.contains("//")) {
                complaints.error(
                        SpecRules.PROMISE,
                        where,
                        "'" + path + "' is no path to keep private",
                        "one begins with a slash and has letters, digits and . _ : -; a lone slash would hide every model",
                        "write one such as /v2/repository/");
            } else {
                hides(where, path);
            }
        }
    }

    private void adminPaths() {
        for (Model model : spec.models()) {
            boolean inside = spec.entries().stream()
                    .anyMatch(entry -> !entry.isPublic() && model.entries().contains(entry.name()));
            if (inside && (model.path().startsWith("/admin/") || model.path().equals("/admin"))) {
                complaints.error(
                        SpecRules.PATH,
                        ModelCheck.subject(model) + ".path",
                        "path " + model.path() + " is taken on entries with reach: vpc",
                        "private-admin reaches models at /admin/ and their name there",
                        "choose another path, or entries without reach: vpc");
            }
        }
    }

    private void hides(String subject, String path) {
        spec.models().stream()
                .filter(model -> path.endsWith("/")
                        ? model.path().startsWith(path)
                        : model.path().equals(path))
                .findFirst()
                .ifPresent(model -> complaints.error(
                        SpecRules.PROMISE,
                        subject,
                        "private path " + path + " hides model " + model.name(),
                        "its path " + model.path() + " would answer 404 on public entries",
                        "name a path that only administration uses"));
    }

    private void availability(AvailabilityAtLeast availability, String subject) {
        if (availability.atLeast().percent().signum() == 0
                || availability.atLeast().fraction().compareTo(java.math.BigDecimal.ONE) == 0) {
            complaints.error(
                    SpecRules.PROMISE,
                    subject + ".at-least",
                    "an availability of " + availability.atLeast(),
                    "no published service level is 100 %, and 0 % asks for nothing",
                    "write one such as 99.9 %");
        }
    }

    private void cost(MonthlyCostAtMost cost, String subject) {
        if (!cost.atMost().currency().equals("USD")) {
            complaints.error(
                    SpecRules.PROMISE,
                    subject + ".at-most",
                    "the bound is in " + cost.atMost().currency(),
                    "AWS's list prices are in USD, and rates of exchange change daily",
                    "write it in USD");
        } else if (cost.atMost().amount().signum() <= 0) {
            complaints.error(
                    SpecRules.PROMISE,
                    subject + ".at-most",
                    "a bound of " + cost.atMost(),
                    "every design costs something",
                    "write more than 0 USD");
        }
    }

    private void overlaps(List<String> subjects) {
        List<Requirement> all = spec.requirements();
        for (int i = 0; i < all.size(); i++) {
            Requirement later = all.get(i);
            String subject = subjects.get(i);
            all.subList(0, i).stream()
                    .filter(before -> before.word().equals(later.word()) && overlap(before.scope(), later.scope()))
                    .findFirst()
                    .ifPresent(before -> complaints.error(
                            SpecRules.OVERLAPPING_SCOPES,
                            subject,
                            "two blocks of " + later.word() + " cover the same requests",
                            "both hold on "
                                    + String.join(
                                            ", ",
                                            shared(
                                                    before.scope().entries(),
                                                    later.scope().entries()))
                                    + ", and nothing says which of them counts",
                            "narrow one of them with on"
                                    + (Promises.HAVE_MODELS.contains(later.word()) ? " or models" : "")));
        }
    }

    private static boolean overlap(Scope one, Scope two) {
        boolean models = one.models().isEmpty()
                || two.models().isEmpty()
                || !shared(one.models(), two.models()).isEmpty();
        return models && !shared(one.entries(), two.entries()).isEmpty();
    }

    private static List<String> shared(List<String> one, Collection<String> two) {
        return one.stream().filter(two::contains).toList();
    }
}
