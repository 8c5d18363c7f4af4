package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Plan;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.spec.WebFirewall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of the web ACL. The two rules of the common group that hit machine clients (long bodies, no User-Agent)
 * only count there; two rules of our own then block by their labels, except on the paths that the spec exempts. So an
 * exemption opens one path and not all of them.
 */
final class WebAclRules {
    private static final String LABEL = "awswaf:managed:aws:core-rule-set:";
    private static final String EXEMPT = "gatehouse:exempt";
    private static final int WINDOW_SECONDS = 60;
    private static final int LEAST_LIMIT = 10;

    private final Site site;
    private final HopKind attachedTo;
    private final WebAclScope scope;
    private final List<Entry> guarded;
    private final List<Value> rules = new ArrayList<>();

    WebAclRules(Site site, HopKind attachedTo) {
        this.site = site;
        this.attachedTo = attachedTo;
        List<Entry> entries = site.entriesAt(HopKind.WEB_ACL);
        this.scope = new WebAclScope(site, entries, attachedTo.equals(HopKind.REST_API));
        this.guarded = entries.stream()
                .filter(entry ->
                        site.duty(HopKind.WEB_ACL, WebFirewall.class, entry).isPresent())
                .toList();
    }

    List<Value> rules() {
        for (Entry entry : site.entriesAt(HopKind.WEB_ACL)) {
            site.duty(HopKind.WEB_ACL, RateLimit.class, entry)
                    .ifPresent(limit -> plan(entry)
                            .ifPresent(plan -> block("Rate" + Names.word(entry.name()), rate(entry, limit, plan))));
        }
        if (guarded.isEmpty()) {
            return rules;
        }
        managed("KnownBadInputs", "AWSManagedRulesKnownBadInputsRuleSet", List.of());
        managed("Common", "AWSManagedRulesCommonRuleSet", List.of("NoUserAgent_HEADER", "SizeRestrictions_BODY"));
        Optional<Value> exempt = scope.exempt(guarded, false);
        exempt.ifPresent(this::markExempt);
        block("LongBodies", exceptMarked(exempt, label(LABEL + "SizeRestrictions_Body")));
        block("NoUserAgent", exceptMarked(exempt, label(LABEL + "NoUserAgent_Header")));
        List<Entry> strict = guarded.stream()
                .filter(entry -> site.duty(HopKind.WEB_ACL, WebFirewall.class, entry)
                        .map(firewall -> firewall.unmatchedBody() == WebFirewall.UnmatchedBody.BLOCK)
                        .orElse(false))
                .toList();
        if (!strict.isEmpty()) {
            List<Value> all = new ArrayList<>(List.of(unseenBody()));
            scope.covering(strict).ifPresent(all::add);
            block("UnseenBodies", exceptMarked(exempt, WebAclScope.and(all)));
        }
        return rules;
    }

    static Value visibility(String metric) {
        return Value.fields()
                .with("CloudWatchMetricsEnabled", true)
                .with("MetricName", metric)
                .with("SampledRequestsEnabled", true);
    }

    /** The plan of those who have no other: it is what an address may call. */
    private Optional<Plan> plan(Entry entry) {
        List<Plan> plans = site.spec().consumers().plans(entry);
        return plans.stream()
                .filter(Plan::isDefault)
                .findFirst()
                .or(() -> plans.stream().findFirst());
    }

    private Value rate(Entry entry, RateLimit asked, Plan plan) {
        long limit = plan.rate()
                .perSecond()
                .multiply(BigDecimal.valueOf(WINDOW_SECONDS))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        Value.Fields statement =
                Value.fields().with("EvaluationWindowSec", WINDOW_SECONDS).with("Limit", Math.max(limit, LEAST_LIMIT));
        Optional<String> header = header(entry, asked);
        statement = header.isEmpty()
                ? statement.with("AggregateKeyType", "IP")
                : statement
                        .with("AggregateKeyType", "CUSTOM_KEYS")
                        .with(
                                "CustomKeys",
                                Value.list(Value.field(
                                        "Header",
                                        Value.fields()
                                                .with("Name", header.get())
                                                .with("TextTransformations", WebAclScope.unchanged()))));
        Optional<Value> covering = scope.host(entry);
        return Value.field(
                "RateBasedStatement",
                covering.isPresent() ? statement.with("ScopeDownStatement", covering.get()) : statement);
    }

    /** The header that tells consumers apart; empty if their address does. */
    private Optional<String> header(Entry entry, RateLimit asked) {
        if (asked.by() == RateLimit.By.ADDRESS) {
            return Optional.empty();
        }
        Optional<Identity> identity = site.spec().consumers().identity(entry);
        if (identity.isEmpty()) {
            return Optional.of("x-api-key");
        }
        return identity.filter(each -> each.by() != Identity.By.ADDRESS).map(Identity::value);
    }

    private void managed(String name, String group, List<String> counted) {
        Value.Fields statement = Value.fields().with("Name", group).with("VendorName", "AWS");
        if (!counted.isEmpty()) {
            statement = statement.with(
                    "RuleActionOverrides",
                    Value.list(counted.stream()
                            .map(rule -> Value.fields()
                                    .with("ActionToUse", Value.field("Count", Value.fields()))
                                    .with("Name", rule))
                            .toList()));
        }
        Optional<Value> covering = scope.inspected(guarded);
        if (covering.isPresent()) {
            statement = statement.with("ScopeDownStatement", covering.get());
        }
        rules.add(Value.fields()
                .with("Name", name)
                .with("OverrideAction", Value.field("None", Value.fields()))
                .with("Priority", rules.size())
                .with("Statement", Value.field("ManagedRuleGroupStatement", statement))
                .with("VisibilityConfig", visibility(name)));
    }

    private void block(String name, Value statement) {
        rules.add(Value.fields()
                .with("Action", Value.field("Block", Value.fields()))
                .with("Name", name)
                .with("Priority", rules.size())
                .with("Statement", statement)
                .with("VisibilityConfig", visibility(name)));
    }

    /** Puts a label on requests to exempt models, and lets them go on. */
    private void markExempt(Value exempt) {
        rules.add(Value.fields()
                .with("Action", Value.field("Count", Value.fields()))
                .with("Name", "Exempt")
                .with("Priority", rules.size())
                .with("RuleLabels", Value.list(Value.fields().with("Name", EXEMPT)))
                .with("Statement", exempt)
                .with("VisibilityConfig", visibility("Exempt")));
    }

    private static Value exceptMarked(Optional<Value> exempt, Value statement) {
        return exempt.isEmpty() ? statement : WebAclScope.and(List.of(statement, WebAclScope.not(label(EXEMPT))));
    }

    private static Value label(String name) {
        return Value.field(
                "LabelMatchStatement", Value.fields().with("Key", name).with("Scope", "LABEL"));
    }

    /** A body of which the firewall does not see the end. */
    private Value unseenBody() {
        String limit =
                "body-inspection-" + (attachedTo.equals(HopKind.APPLICATION_LOAD_BALANCER) ? "alb" : attachedTo.id());
        long bytes = site.topology()
                .facts()
                .find(HopKind.WEB_ACL.id(), limit)
                .flatMap(Fact::value)
                .map(value -> value.toDataSize().bytes())
                .orElseThrow(() -> new IllegalStateException("web-acl needs the fact " + limit));
        return Value.field(
                "SizeConstraintStatement",
                Value.fields()
                        .with("ComparisonOperator", "GT")
                        .with("FieldToMatch", Value.field("Body", Value.field("OversizeHandling", Value.text("MATCH"))))
                        .with("Size", bytes)
                        .with("TextTransformations", WebAclScope.unchanged()));
    }
}
