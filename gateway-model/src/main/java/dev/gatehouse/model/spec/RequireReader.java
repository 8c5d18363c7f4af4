package dev.gatehouse.model.spec;

import static dev.gatehouse.model.spec.PlatformReader.text;
import static dev.gatehouse.model.spec.PlatformReader.texts;

import dev.gatehouse.model.read.Fields;
import dev.gatehouse.model.read.Value;
import dev.gatehouse.model.spec.Entry.Reach;
import dev.gatehouse.model.unit.Dimension;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.model.unit.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code require}: a block for each promise, or a list of blocks where scopes differ. */
final class RequireReader {
    /** Reads one block of a promise whose scope was read already. */
    private interface Block {
        Requirement read(Scope scope, Fields fields);
    }

    private final List<Entry> entries;
    private final Map<String, Block> blocks = new LinkedHashMap<>();

    private RequireReader(List<Entry> entries) {
        this.entries = entries;
        blocks.put("web-firewall", RequireReader::webFirewall);
        blocks.put("fixed-address", (scope, fields) -> new FixedAddress(scope));
        blocks.put("rate-limit", RequireReader::rateLimit);
        blocks.put("jwt", RequireReader::jwt);
        blocks.put("mutual-tls", RequireReader::mutualTls);
        blocks.put("encrypted", RequireReader::encrypted);
        blocks.put("private-admin", RequireReader::privateAdmin);
        blocks.put("availability", RequireReader::availability);
        blocks.put("monthly-cost", RequireReader::monthlyCost);
    }

    /** The promises in the order of the file. */
    static List<Requirement> read(Fields fields, List<Entry> entries) {
        RequireReader reader = new RequireReader(entries);
        Map<String, List<Requirement>> byWord = new LinkedHashMap<>();
        reader.blocks.forEach((word, block) -> byWord.put(word, reader.blocks(fields.optional(word), word, block)));
        List<Requirement> inOrder = new ArrayList<>();
        fields.keys().forEach(word -> inOrder.addAll(byWord.getOrDefault(word, List.of())));
        return inOrder;
    }

    private List<Requirement> blocks(Optional<Value> value, String word, Block block) {
        return value.map(Value::itemOrItems).orElse(List.of()).stream()
                .flatMap(item -> item.mapping(fields -> block.read(scope(word, fields), fields)).stream())
                .toList();
    }

    private Scope scope(String word, Fields fields) {
        if (!Promises.HAVE_ENTRIES.contains(word)) {
            return new Scope(Defaults.everyEntry(entries), List.of());
        }
        List<String> on =
                fields.optional("on").map(value -> texts(value.items())).orElse(Defaults.entries(entries));
        return new Scope(
                on,
                Promises.HAVE_MODELS.contains(word)
                        ? fields.optional("models")
                                .map(value -> texts(value.items()))
                                .orElse(List.of())
                        : List.of());
    }

    private static Requirement webFirewall(Scope scope, Fields fields) {
        Map<String, WebFirewall.Exemption> except = new LinkedHashMap<>();
        fields.optional("except")
                .flatMap(value -> value.mapping(Fields::all))
                .ifPresent(all -> all.forEach((model, value) -> value.word(
                                Words.of(WebFirewall.Exemption.values(), WebFirewall.Exemption::word))
                        .ifPresent(exemption -> except.put(model, exemption))));
        return new WebFirewall(
                scope,
                fields.optional("unmatched-body")
                        .flatMap(value -> value.word(
                                Words.of(WebFirewall.UnmatchedBody.values(), WebFirewall.UnmatchedBody::word)))
                        .orElse(WebFirewall.UnmatchedBody.ALLOW),
                except,
                fields.optional("when-firewall-fails")
                        .flatMap(value -> value.word(
                                Words.of(WebFirewall.WhenFirewallFails.values(), WebFirewall.WhenFirewallFails::word)))
                        .orElse(WebFirewall.WhenFirewallFails.REFUSE));
    }

    private static Requirement rateLimit(Scope scope, Fields fields) {
        return new RateLimit(
                scope,
                fields.optional("by")
                        .flatMap(value -> value.word(Words.of(RateLimit.By.values(), RateLimit.By::word)))
                        .orElse(RateLimit.By.CONSUMER),
                fields.optional("when-limiter-fails")
                        .flatMap(value -> value.word(
                                Words.of(RateLimit.WhenLimiterFails.values(), RateLimit.WhenLimiterFails::word)))
                        .orElse(RateLimit.WhenLimiterFails.ALLOW));
    }

    private static Requirement jwt(Scope scope, Fields fields) {
        return new Jwt(
                scope,
                text(fields.required("issuer", "\"https://idp.bank.example\"")).orElse(""),
                texts(fields.required("audience", "[models]").map(Value::items).orElse(List.of())),
                text(fields.required("jwks", "\"https://idp.bank.example/jwks\""))
                        .orElse(""),
                fields.optional("jwks-reach")
                        .flatMap(value -> value.word(Words.of(Reach.values(), Reach::word)))
                        .orElse(Reach.INTERNET));
    }

    private static Requirement mutualTls(Scope scope, Fields fields) {
        return new MutualTls(
                scope,
                text(fields.required("trust", "\"s3://risk-trust/partners.pem\""))
                        .orElse(""));
    }

    private static Requirement encrypted(Scope scope, Fields fields) {
        return new Encrypted(
                scope,
                fields.required("wires", "all")
                        .flatMap(value -> value.word(Words.of(Encrypted.Wires.values(), Encrypted.Wires::word)))
                        .orElse(Encrypted.Wires.ALL));
    }

    private static Requirement privateAdmin(Scope scope, Fields fields) {
        return new PrivateAdmin(
                scope,
                texts(fields.required("paths", "[/metrics]").map(Value::items).orElse(List.of())));
    }

    private static Requirement availability(Scope scope, Fields fields) {
        return new AvailabilityAtLeast(
                scope,
                fields.required("at-least", "99.9 %")
                        .flatMap(value -> value.quantity(Dimension.SHARE, Share::parse))
                        .orElse(Share.ofPercent(99)));
    }

    private static Requirement monthlyCost(Scope scope, Fields fields) {
        return new MonthlyCostAtMost(
                scope,
                fields.required("at-most", "3000 USD")
                        .flatMap(value -> value.quantity(Dimension.MONEY, Money::parse))
                        .orElse(Money.ofDollars(1)));
    }
}
