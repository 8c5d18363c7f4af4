package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.model.spec.Canary;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.spec.Service;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Mappings of a model. Each group (host, path, headers) has an un-weighted member, so no request falls through; and
 * every member says the same of all that Emissary shares in a group, so nothing depends on which it reads first.
 */
final class Mappings {
    private static final int ALL = 100;

    private final Topology topology;
    private final Tokens tokens;
    private final Limiter limiter;

    Mappings(Topology topology) {
        this.topology = topology;
        this.tokens = new Tokens(topology);
        this.limiter = new Limiter(topology);
    }

    List<Commented> of(Model model) {
        List<Commented> mappings = new ArrayList<>();
        for (Served served : Served.all(topology)) {
            if (!model.entries().contains(served.entry().name())) {
                continue;
            }
            for (String hostname : served.hostnames()) {
                for (Match match : Match.of(topology.spec(), served.entry(), model)) {
                    mappings.addAll(group(model, served, hostname, match));
                }
            }
        }
        return mappings;
    }

    private List<Commented> group(Model model, Served served, String hostname, Match match) {
        List<String> words =
                new ArrayList<>(List.of(model.name(), served.entry().name()));
        words.addAll(Served.suffix(hostname));
        words.addAll(match.words(model));
        List<Commented> members = new ArrayList<>();
        if (match.pinned()) {
            model.canary()
                    .ifPresent(canary -> members.add(
                            mapping(model, served, words, match.fields(hostname), "canary", canary.service(), none())));
        } else {
            members.add(mapping(model, served, words, match.fields(hostname), "base", model.service(), none()));
            model.canary()
                    .filter(canary -> canary.percent() > 0)
                    .ifPresent(canary -> members.add(mapping(
                            model,
                            served,
                            Names.and(words, "canary"),
                            match.fields(hostname),
                            "canary",
                            canary.service(),
                            weight(canary))));
        }
        model.shadow()
                .ifPresent(shadow -> members.add(mapping(
                        model,
                        served,
                        Names.and(words, "shadow"),
                        match.fields(hostname),
                        "shadow",
                        shadow.service(),
                        new Fields()
                                .put("shadow", true, "copies; its answers are ignored")
                                .put("weight", shadow.percent(), "shadow: " + shadow.percent() + " %"))));
        return members;
    }

    private static Fields none() {
        return new Fields();
    }

    private static Fields weight(Canary canary) {
        return new Fields()
                .put(
                        "weight",
                        canary.percent(),
                        "canary: " + canary.percent() + " %; the un-weighted base has the other "
                                + (ALL - canary.percent()) + " %");
    }

    private Commented mapping(
            Model model,
            Served served,
            List<String> words,
            Fields match,
            String variant,
            Service service,
            Fields share) {
        Entry entry = served.entry();
        Fields spec = match.put("rewrite", "", "the path reaches the model unchanged")
                .put("service", service.toString())
                .put("cluster_tag", model.name() + "-" + variant)
                .putAll(share)
                .putAll(shared(model, entry));
        return CustomResource.ambassador(
                "Mapping",
                topology.spec().cluster().namespace(),
                Names.of(topology.spec().name(), words),
                Labels.ofModel(topology.spec().name(), served.port().name(), entry.name(), model.name()),
                spec);
    }

    /** What every member of a group must say alike. */
    private Fields shared(Model model, Entry entry) {
        Fields fields = Timeouts.of(model, topology.seam())
                .put("circuit_breakers", List.of(breaker(model)), breakerComment(model));
        if (model.protocol() == Protocol.GRPC) {
            fields.put("grpc", true)
                    .put("resolver", "kubernetes-endpoint", "else a connection stays with one pod of the model")
                    .put("load_balancer", new Fields().put("policy", "least_request"));
        }
        fields.putIf(model.protocol() == Protocol.WEBSOCKET, "allow_upgrade", List.of("websocket"));
        if (tokens.isChecked(entry, model)) {
            fields.put(
                    "auth_context_extensions",
                    new Fields().put("entry", entry.name()).put("model", model.name()),
                    "jwt: tells the token service which audience to ask for");
        } else if (tokens.isAsked()) {
            fields.put("bypass_auth", true, "jwt is not asked of " + model.name() + " on " + entry.name());
        }
        fields.put("labels", limiter.labels(entry, model));
        return fields;
    }

    private Map<String, Object> breaker(Model model) {
        Concurrency concurrency = Concurrency.of(model, topology.facts());
        return new Fields()
                .put("max_connections", concurrency.allowed())
                .put("max_pending_requests", concurrency.allowed())
                .put("max_requests", concurrency.allowed())
                .put("max_retries", concurrency.retries())
                .values();
    }

    private String breakerComment(Model model) {
        return Concurrency.of(model, topology.facts()).why();
    }
}
