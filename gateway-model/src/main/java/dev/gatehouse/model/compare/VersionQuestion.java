package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Canary;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A second version of a model: a share of requests, those with a header, or copies. It takes a hop that sees requests
 * and knows models.
 *
 * @param row the row's id, which is also the capability of the hop that keeps it
 * @param refusal the fact that says why a REST API can't
 * @param asked whether a model asks for it
 */
record VersionQuestion(String row, String rule, String refusal, Predicate<Model> asked) implements Question.OfModel {
    static final VersionQuestion CANARY = new VersionQuestion(
            "canary", "GH-320", "no-canary-per-service", model -> model.canary().isPresent());
    static final VersionQuestion CANARY_PIN = new VersionQuestion(
            "canary-pin",
            "GH-321",
            "no-canary-pin",
            model -> model.canary().flatMap(Canary::pin).isPresent());
    static final VersionQuestion SHADOW = new VersionQuestion(
            "shadow", "GH-322", "no-shadow", model -> model.shadow().isPresent());

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        String block = row.equals("canary-pin") ? "canary.pin" : row;
        return model.map(each -> "models." + each.name() + "." + block).orElse("models");
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path, Model model) {
        return asked.test(model) ? Optional.of(answer(topology.known(), path, model)) : Optional.empty();
    }

    private Answered answer(Known known, EntryPath path, Model model) {
        if (path.has(HopKind.AMBASSADOR)) {
            return Answered.keptBy(HopKind.AMBASSADOR, how(model), List.of(), known.facts(HopKind.AMBASSADOR, row));
        }
        Optional<Answered> byRules = byRules(known, path, model);
        if (byRules.isPresent()) {
            return byRules.get();
        }
        Optional<Fact> weighted = known.fact(HopKind.NETWORK_LOAD_BALANCER, "weighted-target-groups");
        if (row.equals("canary") && weighted.isPresent()) {
            List<Fact> facts = new ArrayList<>(weighted.stream().toList());
            facts.addAll(known.facts(HopKind.NETWORK_LOAD_BALANCER, "no-per-request-canary"));
            return Answered.keptBy(
                    HopKind.NETWORK_LOAD_BALANCER,
                    "weighted target groups split connections, not requests",
                    List.of(
                            Condition.yours(
                                    "weigh a second target group on " + model.name()
                                            + "'s listener yourself, and accept that a VPC link reuses connections: shares are coarse")),
                    facts);
        }
        HopKind dueTo = dueTo(path);
        List<Fact> facts =
                new ArrayList<>(known.facts(dueTo, refusal, row.equals("canary") ? "stage-canary" : refusal));
        if (dueTo.equals(HopKind.HTTP_API)) {
            facts.addAll(known.facts(dueTo, "no-stage-canary"));
        }
        if (row.equals("canary")) {
            known.facts()
                    .later("network-load-balancer", "weighted-target-groups")
                    .ifPresent(facts::add);
        }
        return Answered.broken(
                dueTo, whyNot(dueTo), List.of(), facts.stream().distinct().toList());
    }

    /** An ALB whose targets are the models themselves splits requests, and chooses by header, in its rules. */
    private Optional<Answered> byRules(Known known, EntryPath path, Model model) {
        if (!(path.lastBalancer().orElse(null) instanceof ApplicationLoadBalancer)) {
            return Optional.empty();
        }
        HopKind balancer = HopKind.APPLICATION_LOAD_BALANCER;
        Optional<Fact> able = row.equals("canary")
                ? known.fact(balancer, "weighted-target-groups")
                : row.equals("canary-pin") ? known.fact(balancer, "header-rules") : Optional.empty();
        String does = row.equals("canary") ? "weighs two target groups" : "tries a rule with the header first";
        return Optional.of(able.map(fact -> Answered.keptBy(
                        balancer,
                        "a rule of the ALB " + does + ", request by request",
                        List.of(Condition.yours("write the target group of " + model.name()
                                + "'s second version and its rule yourself: they are not generated")),
                        List.of(fact)))
                .orElseGet(
                        () -> Answered.broken(balancer, whyNot(balancer), List.of(), known.facts(balancer, refusal))));
    }

    private static HopKind dueTo(EntryPath path) {
        if (path.has(HopKind.HTTP_API)) {
            return HopKind.HTTP_API;
        }
        return path.has(HopKind.REST_API) ? HopKind.REST_API : path.entrance().kind();
    }

    private String how(Model model) {
        return switch (row) {
            case "canary" ->
                "a Mapping beside the service gives the canary "
                        + model.canary().map(Canary::percent).orElse(0) + " %, request by request";
            case "canary-pin" -> "a Mapping with the header is tried before the split";
            default -> "a shadow Mapping copies requests and drops the answers";
        };
    }

    private String whyNot(HopKind dueTo) {
        return switch (row) {
            case "canary" ->
                dueTo.equals(HopKind.REST_API)
                        ? "a stage's canary has one share for the whole API, not one per model"
                        : dueTo + " splits no requests between versions";
            case "canary-pin" -> dueTo + " sends nobody to one version by a header";
            default -> dueTo + " copies no requests";
        };
    }
}
