package dev.gatehouse.lab;

import dev.gatehouse.lab.check.PlanCheck;
import dev.gatehouse.lab.check.TokenCheck;
import dev.gatehouse.lab.check.WebAclCheck;
import dev.gatehouse.lab.check.WebAclRules;
import dev.gatehouse.lab.stage.Check;
import dev.gatehouse.lab.stage.Route;
import dev.gatehouse.lab.tls.TlsListener;
import dev.gatehouse.lab.tls.TlsSender;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.Stance;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.spec.Plan;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.spec.WebFirewall;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a layer 7 hop does to the requests for one model of one entry: its time limits and what it keeps. */
final class RouteMaker {
    private final Topology topology;
    private final LabOptions options;
    private final Site site;
    private final Map<String, Map<String, String>> keys;
    private final Hop hop;
    private final HopFacts facts;
    private final Map<String, Check> shared = new HashMap<>();

    RouteMaker(Topology topology, LabOptions options, Site site, Map<String, Map<String, String>> keys, Hop hop) {
        this.keys = keys;
        this.topology = topology;
        this.options = options;
        this.site = site;
        this.hop = hop;
        this.facts = new HopFacts(topology.facts(), topology.spec().region(), hop.kind());
    }

    Route route(EntryPath path, Model model, Door behind) {
        boolean holds = facts.isApi() && !(model.isStreamed() && facts.can("response-streaming"));
        List<String> protocols = model.protocol() == Protocol.GRPC ? List.of("h2") : TlsListener.HTTP_1;
        return new Route(
                behind.targets(),
                behind.tls() ? Optional.of(TlsSender.toTargets(protocols)) : Optional.empty(),
                path.entry().host(),
                !holds,
                holds && model.isStreamed() ? timeToHold() : total(model),
                idle(model),
                certificateHeader(path),
                checks(path, model));
    }

    /** Where a balancer sends what is for none of the models: to the ingress, which says so. */
    Route unmatched(EntryPath path, Door behind) {
        return new Route(
                behind.targets(),
                behind.tls() ? Optional.of(TlsSender.toTargets(TlsListener.HTTP_1)) : Optional.empty(),
                path.entry().host(),
                true,
                0,
                topology.seam().idle(hop.kind()).map(options.pace()::nanos).orElse(0L),
                certificateHeader(path),
                whole(path));
    }

    /** What is asked of every request of the entry, whatever model it means. */
    private List<Check> whole(EntryPath path) {
        List<Model> models = topology.spec().modelsOf(path.entry());
        List<List<Check>> each =
                models.stream().map(model -> checks(path, model)).toList();
        return each.stream().findFirst().orElse(List.of()).stream()
                .filter(check -> each.stream().allMatch(list -> list.contains(check)))
                .toList();
    }

    private long total(Model model) {
        return topology.seam()
                .ladder(model.name())
                .flatMap(ladder -> ladder.total(hop.kind()))
                .map(options.pace()::nanos)
                .orElse(0L);
    }

    /** A stream that is held is an answer like any other, and has as long. */
    private long timeToHold() {
        return facts.time("request-timeout").map(options.pace()::nanos).orElse(0L);
    }

    /** A balancer has one idle timeout for all models; an API has one for each that streams. */
    private long idle(Model model) {
        Optional<Duration> ofStreams = model.isStreamed() ? facts.time("stream-idle-timeout") : Optional.empty();
        return ofStreams
                .or(() -> topology.seam().idle(hop.kind()))
                .map(options.pace()::nanos)
                .orElse(0L);
    }

    /** Set by the hop that the client's own TLS ends at. */
    private Optional<String> certificateHeader(EntryPath path) {
        return topology.keeps(hop.kind(), MutualTls.class, path.entry())
                ? topology.certificateHeader(path.entry())
                : Optional.empty();
    }

    private List<Check> checks(EntryPath path, Model model) {
        Entry entry = path.entry();
        List<Check> checks = new ArrayList<>();
        attached(path).ifPresent(acl -> checks.addAll(webAcl(acl, entry, model)));
        duty(hop.kind(), Jwt.class, entry, model)
                .ifPresent(jwt -> checks.add(shared.computeIfAbsent(
                        "token " + jwt, key -> new TokenCheck(hop.kind().id(), site.issuer(), (Jwt) jwt))));
        duty(hop.kind(), RateLimit.class, entry, model).ifPresent(limit -> checks.add(plans(entry)));
        return checks;
    }

    /** What inspects at this hop: the attached hop in front of it. */
    private Optional<HopKind> attached(EntryPath path) {
        int at = path.hops().lastIndexOf(hop);
        return at > 0 && path.hops().get(at - 1).stance() == Stance.ATTACHED
                ? Optional.of(path.hops().get(at - 1).kind())
                : Optional.empty();
    }

    private Optional<Requirement> duty(HopKind kind, Class<? extends Requirement> type, Entry entry, Model model) {
        return topology.duties(kind).stream()
                .filter(duty -> duty.entry().equals(entry) && type.isInstance(duty.requirement()))
                .map(duty -> duty.requirement())
                .filter(requirement -> requirement.scope().covers(entry, model))
                .findFirst();
    }

    private List<Plan> plansOf(Entry entry) {
        return topology.spec().consumers().plans(entry).stream()
                .map(options::held)
                .toList();
    }

    /** One set of buckets for all models of an entry. */
    private Check plans(Entry entry) {
        return shared.computeIfAbsent(
                "plans " + entry.name(),
                name -> PlanCheck.of(
                        hop.kind().id(),
                        options.pace(),
                        topology.spec().consumers().identity(entry),
                        plansOf(entry),
                        keys.getOrDefault(entry.name(), Map.of())));
    }

    /** The rules of a web ACL: one limit for all models of an entry, and for each model what is not asked of it. */
    private List<Check> webAcl(HopKind acl, Entry entry, Model model) {
        List<WebAclRules> rules = new ArrayList<>();
        duty(acl, RateLimit.class, entry, model)
                .flatMap(limit -> rate((RateLimit) limit, entry))
                .ifPresent(rate -> rules.add(WebAclRules.limiting(rate)));
        rules.add(inspection(acl, entry, model));
        return rules.stream()
                .map(rule -> shared.computeIfAbsent(
                        "acl " + entry.name() + " " + rule,
                        key -> new WebAclCheck(acl.id(), options.pace(), rule, options.blocked())))
                .toList();
    }

    private WebAclRules inspection(HopKind acl, Entry entry, Model model) {
        Optional<WebFirewall> firewall =
                duty(acl, WebFirewall.class, entry, model).map(WebFirewall.class::cast);
        Optional<WebFirewall.Exemption> exemption =
                firewall.flatMap(each -> Optional.ofNullable(each.except().get(model.name())));
        HopFacts of = new HopFacts(topology.facts(), topology.spec().region(), acl);
        int visible = of.bytes("body-inspection-" + hop.kind().id())
                .or(() -> of.bytes("body-inspection-alb"))
                .orElse(Integer.MAX_VALUE);
        return new WebAclRules(
                firewall.isPresent() && !exemption.equals(Optional.of(WebFirewall.Exemption.ALL)),
                exemption.isPresent(),
                firewall.map(each -> each.unmatchedBody() == WebFirewall.UnmatchedBody.BLOCK)
                        .orElse(false),
                of.bytes("common-rule-set-body").orElse(visible),
                visible,
                Optional.empty());
    }

    private Optional<WebAclRules.Rate> rate(RateLimit limit, Entry entry) {
        List<Plan> plans = plansOf(entry);
        return plans.stream()
                .filter(Plan::isDefault)
                .findFirst()
                .or(() -> plans.stream().findFirst())
                .map(plan -> new WebAclRules.Rate(
                        Math.max(inWindow(plan), least()),
                        limit.by() == RateLimit.By.ADDRESS,
                        topology.spec().consumers().identity(entry)));
    }

    private static long inWindow(Plan plan) {
        return plan.rate()
                .perSecond()
                .multiply(BigDecimal.valueOf(WebAclRules.WINDOW.toSeconds()))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    private long least() {
        return topology.facts()
                .find(HopKind.WEB_ACL.id(), "min-rate")
                .flatMap(fact -> fact.value())
                .map(value -> value.toCount().longValue())
                .orElse(1L);
    }
}
