package dev.gatehouse.report;

import dev.gatehouse.model.compare.Broken;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.Cure;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.Kept;
import dev.gatehouse.model.compare.Limit;
import dev.gatehouse.model.compare.Measure;
import dev.gatehouse.model.compare.NotAsked;
import dev.gatehouse.model.compare.Outcome;
import dev.gatehouse.model.compare.Raise;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.compare.StudyAnswer;
import dev.gatehouse.model.compare.Unknown;
import dev.gatehouse.model.compare.Use;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Waiver;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.model.unit.Quantity;
import dev.gatehouse.report.write.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comparisons made by hand, with every kind of cell: their words are for the eye, not the truth. */
public final class Samples {
    /** The day on which the samples are made. */
    public static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** What the samples were made with and of. */
    public static final Origin ORIGIN = new Origin("gatehouse test", "0".repeat(64));

    private static final Facts FACTS = Facts.bundled().asOf(DAY);

    private Samples() {}

    /**
     * The five designs for a spec, as of {@link #DAY}: kept, conditional, unknown, broken, waived and changed cells.
     */
    public static Comparison everyKindOfCell(PlatformSpec spec) {
        List<DesignAnswer> answers = Designs.all().stream()
                .map(design -> answer(design.realize(spec, FACTS)))
                .toList();
        return new Comparison(
                spec,
                FACTS,
                DAY,
                List.of("entry", "web-firewall", "fixed-address", "jwt", "canary", "encrypted", "monthly-cost", "grpc"),
                answers,
                List.of(
                        new StudyAnswer(
                                "no-waf-on-nlb",
                                "3 loses the WAF: none attaches to an NLB",
                                "holds",
                                "holds",
                                "no page of AWS WAF lists a Network Load Balancer",
                                List.of(fact("web-acl", "no-attachment-to-network-load-balancer"))),
                        new StudyAnswer(
                                "nlb-no-https-offloading",
                                "An NLB offers no HTTPS offloading",
                                "wrong-then",
                                "wrong",
                                "TLS listeners since 24 January 2019",
                                List.of())),
                "4b keeps everything on 2 conditions of yours; 4a lacks only fixed-address, which an accelerator cures");
    }

    private static DesignAnswer answer(Topology topology) {
        List<Cell> cells = new ArrayList<>();
        for (Entry entry : topology.spec().entries()) {
            cells.add(
                    cell(
                            "entry",
                            entry,
                            kept(
                                    null,
                                    "one host, one certificate",
                                    Condition.yours(
                                            "give the parameter ClusterSecurityGroupId: the security group of the cluster's nodes"))));
        }
        topology.spec().entries().stream().filter(Entry::isPublic).forEach(entry -> promises(topology, entry, cells));
        cells.add(new Cell(
                "monthly-cost",
                Optional.empty(),
                Optional.empty(),
                new Unknown("what the design costs is not worked out yet"),
                List.of(),
                Optional.empty(),
                Optional.empty()));
        cells.add(cell("grpc", topology.spec().entries().get(0), new NotAsked()));
        return new DesignAnswer(topology, cells, limits(topology), measures(topology), findings(topology));
    }

    private static void promises(Topology topology, Entry entry, List<Cell> cells) {
        Design design = topology.design();
        boolean acl = design.has(HopKind.WEB_ACL);
        Outcome firewall = acl
                ? kept(HopKind.WEB_ACL, "inspects every request, of a body the first 16 KiB")
                : new Broken(
                        HopKind.NETWORK_LOAD_BALANCER,
                        "no firewall can attach to a Network Load Balancer",
                        List.of(new Cure(
                                "put an Application Load Balancer in front",
                                Optional.of("route53-alb-nlb-ambassador"),
                                Optional.of(Money.parse("21.5 USD")),
                                Optional.empty(),
                                Optional.empty())));
        Optional<Waiver> waiver = acl
                ? Optional.empty()
                : Optional.of(new Waiver(
                        new RuleId("GH-310"),
                        Optional.of(design.id()),
                        "pilot without firewall",
                        LocalDate.of(2027, 3, 31),
                        "ciso"));
        cells.add(new Cell(
                "web-firewall",
                Optional.of(entry.name()),
                Optional.empty(),
                firewall,
                List.of(fact("web-acl", "no-attachment-to-network-load-balancer")),
                Optional.empty(),
                waiver));
        boolean fixed = design.has(HopKind.GLOBAL_ACCELERATOR) || design.id().equals("nlb-ambassador");
        cells.add(cell(
                "fixed-address",
                entry,
                fixed
                        ? kept(design.path().get(0), "its addresses never change")
                        : new Broken(
                                design.path().get(1),
                                "its addresses change without notice & <script>alert(\"x\")</script>",
                                List.of(new Cure(
                                        "put a Global Accelerator in front",
                                        Optional.of("accelerator-alb-nlb-ambassador"),
                                        Optional.empty(),
                                        Optional.of("a price of global-accelerator.hour"),
                                        Optional.empty()))),
                fact("application-load-balancer", "no-fixed-address")));
        cells.add(cell(
                "jwt",
                entry,
                kept(
                        design.has(HopKind.AMBASSADOR) ? HopKind.AMBASSADOR : HopKind.REST_API,
                        "asks a token service for each request",
                        Condition.yours("run a token service that speaks Envoy's ext_authz"),
                        Condition.generated("the AuthService fails closed"))));
        topology.spec()
                .modelsOf(entry)
                .forEach(model -> cells.add(new Cell(
                        "canary",
                        Optional.of(entry.name()),
                        Optional.of(model.name()),
                        model.canary().isEmpty()
                                ? new NotAsked()
                                : design.has(HopKind.AMBASSADOR)
                                        ? kept(HopKind.AMBASSADOR, "splits by weight")
                                        : new Broken(HopKind.REST_API, "a canary is of the whole stage", List.of()),
                        List.of(),
                        Optional.of(new Cell.Change(State.CONDITIONAL, List.of(fact("rest-api", "request-timeout")))),
                        Optional.empty())));
        cells.add(cell("encrypted", entry, kept(null, "every wire carries TLS")));
    }

    private static Kept kept(@org.jspecify.annotations.Nullable HopKind keeper, String why, Condition... conditions) {
        return new Kept(Optional.ofNullable(keeper), List.of(), why, List.of(conditions));
    }

    private static Cell cell(String row, Entry entry, Outcome outcome, Fact... facts) {
        return new Cell(
                row,
                Optional.of(entry.name()),
                Optional.empty(),
                outcome,
                List.of(facts),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Limit> limits(Topology topology) {
        boolean rest = topology.design().has(HopKind.REST_API);
        HopKind hop = rest ? HopKind.REST_API : HopKind.NETWORK_LOAD_BALANCER;
        String id = rest ? "request-timeout" : "idle-timeout";
        return List.of(new Limit(
                "request-timeout",
                Optional.of(topology.spec().models().get(0).name()),
                Quantity.parse(rest ? "29 s" : "350 s"),
                hop,
                fact(hop.id(), id),
                Optional.of(new Use("longest answer", Quantity.parse("3 s"))),
                rest ? Raise.QUOTA_REQUEST : Raise.SETTING,
                Optional.empty()));
    }

    private static List<Measure> measures(Topology topology) {
        return List.of(
                new Measure(
                        "hops",
                        Optional.empty(),
                        Integer.toString(topology.hops().size()),
                        "",
                        List.of()),
                new Measure(
                        "tls-ends",
                        Optional.empty(),
                        topology.hops().stream()
                                .map(hop -> hop.kind().id())
                                .skip(1)
                                .findFirst()
                                .orElse(""),
                        "",
                        List.of()));
    }

    private static List<Finding> findings(Topology topology) {
        return List.of(new Finding(
                new RuleId("GH-310"),
                Severity.WARNING,
                new Place("platform.yaml", 14, 5),
                "require.web-firewall",
                "no firewall can attach in " + topology.design().id(),
                "a web ACL attaches to a REST API or an Application Load Balancer",
                "choose a design with one"));
    }

    private static Fact fact(String kind, String id) {
        return FACTS.find(kind, id).orElseThrow();
    }
}
