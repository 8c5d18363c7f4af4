package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
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
        HopKind dueTo =
                path.has(HopKind.REST_API) ? HopKind.REST_API : path.entrance().kind();
        List<Fact> facts =
                new ArrayList<>(known.facts(dueTo, refusal, row.equals("canary") ? "stage-canary" : refusal));
        if (row.equals("canary")) {
            known.facts()
                    .later("network-load-balancer", "weighted-target-groups")
                    .ifPresent(facts::add);
        }
        return Answered.broken(
                dueTo,
                whyNot(dueTo),
                List.of("put Ambassador beside the services"),
                facts.stream().distinct().toList());
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
            case "canary" -> "a stage's canary has one share for the whole API, not one per model";
            case "canary-pin" -> dueTo + " sends nobody to one version by a header";
            default -> dueTo + " copies no requests";
        };
    }
}
