package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.WebAcl;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.spec.WebFirewall;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Keeping;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who inspects requests, and how much of each model's body they see. */
final class WebFirewallQuestion implements Question.OfModel {
    @Override
    public String row() {
        return "web-firewall";
    }

    @Override
    public String rule() {
        return "GH-310";
    }

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return "require.web-firewall";
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path, Model model) {
        return topology.spec()
                .requirement(WebFirewall.class, path.entry(), model)
                .filter(firewall -> firewall.except().get(model.name()) != WebFirewall.Exemption.ALL)
                .flatMap(firewall -> topology.keeping(firewall, path.entry())
                        .map(keeping -> whenItFails(
                                topology, path, firewall, answer(topology.known(), path, model, firewall, keeping))));
    }

    /** Says what becomes of requests while the firewall can't be asked, where the spec lets them pass. */
    private static Answered whenItFails(Topology topology, EntryPath path, WebFirewall firewall, Answered answered) {
        if (firewall.whenFirewallFails() == WebFirewall.WhenFirewallFails.REFUSE
                || !(answered.outcome() instanceof Kept kept)) {
            return answered;
        }
        Optional<HopKind> host = path.hop(WebAcl.class).map(WebAcl::attachedTo);
        List<Condition> conditions = new ArrayList<>(kept.conditions());
        List<Fact> facts = new ArrayList<>(answered.facts());
        host.ifPresent(hop -> facts.addAll(topology.known().facts(hop, "fail-open", "firewall-outage")));
        conditions.add(
                topology.firewallFailsOpen(path.entry())
                        ? Condition.generated("waf.fail_open.enabled on "
                                + host.map(HopKind::id).orElse("")
                                + ": requests pass uninspected while the firewall can't be asked")
                        : Condition.yours("accept that when-firewall-fails: allow does not hold here: "
                                + host.map(HopKind::id).orElse("the path")
                                + " has no such setting, or another block says refuse"));
        return new Answered(new Kept(kept.keeper(), kept.backstops(), kept.why(), conditions), facts);
    }

    private static Answered answer(Known known, EntryPath path, Model model, WebFirewall firewall, Keeping keeping) {
        Answered answered = PromiseQuestion.answered(keeping, path);
        if (!(answered.outcome() instanceof Kept kept)) {
            return answered;
        }
        List<Fact> facts = new ArrayList<>(answered.facts());
        List<Condition> conditions = new ArrayList<>(kept.conditions());
        Optional<String> unseen = path.hop(WebAcl.class)
                .map(WebFirewallQuestion::inspection)
                .filter(id -> known.isMissing(HopKind.WEB_ACL, id));
        if (unseen.isPresent()) {
            return new Answered(
                    new Unknown("no fact sheet says how much of a body is seen: web-acl." + unseen.get()), facts);
        }
        Optional<Fact> sight = sight(known, path);
        sight.ifPresent(facts::add);
        Optional<DataSize> seen = sight.flatMap(WebFirewallQuestion::seen);
        boolean tooLong = seen.isPresent() && model.load().request().compareTo(seen.get()) > 0;
        if (tooLong
                && firewall.unmatchedBody() == WebFirewall.UnmatchedBody.BLOCK
                && firewall.except().get(model.name()) != WebFirewall.Exemption.BODY_SIZE) {
            return Answered.broken(
                    HopKind.WEB_ACL,
                    "the firewall sees " + seen.get() + " of a body, unmatched-body blocks what is longer, and "
                            + model.name() + " sends " + model.load().request(),
                    seeingLess(known.spec(), model, firewall),
                    facts);
        }
        String why = kept.why();
        if (model.protocol() == Protocol.GRPC) {
            facts.addAll(known.facts(HopKind.WEB_ACL, "no-grpc-body"));
            why += "; it sees headers only: bodies of gRPC calls are not inspected";
        } else if (tooLong) {
            why += "; it sees " + seen.get() + " of a " + model.load().request() + " body, the rest passes unseen";
        } else if (seen.isPresent()) {
            why += "; it sees whole bodies (" + model.load().request() + " of at most " + seen.get() + ")";
        }
        if (model.protocol() == Protocol.WEBSOCKET) {
            facts.addAll(known.facts(HopKind.WEB_ACL, "no-websocket-frames"));
            why += "; after the upgrade it sees nothing";
        }
        return new Answered(new Kept(kept.keeper(), kept.backstops(), why, conditions), facts);
    }

    private static List<Cure> seeingLess(PlatformSpec spec, Model model, WebFirewall firewall) {
        return List.of(
                Cure.bySpec(
                        "except: { " + model.name() + ": body-size }",
                        spec.with(firewall.withException(model.name(), WebFirewall.Exemption.BODY_SIZE), firewall)),
                Cure.bySpec("unmatched-body: allow", spec.with(firewall.lettingUnseenPass(), firewall)));
    }

    private static Optional<Fact> sight(Known known, EntryPath path) {
        return path.hop(WebAcl.class).flatMap(acl -> known.fact(HopKind.WEB_ACL, inspection(acl)));
    }

    private static String inspection(WebAcl acl) {
        return acl.attachedTo().equals(HopKind.APPLICATION_LOAD_BALANCER)
                ? "body-inspection-alb"
                : "body-inspection-" + acl.attachedTo();
    }

    private static Optional<DataSize> seen(Fact sight) {
        return sight.value().map(Quantity::toDataSize);
    }
}
