package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Encrypted;
import dev.gatehouse.model.spec.ExistingZone;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.topology.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether every wire that shall be encrypted is: one cleartext wire breaks it. */
final class EncryptedQuestion implements Question.OfModel {
    @Override
    public String row() {
        return "encrypted";
    }

    @Override
    public String rule() {
        return "GH-315";
    }

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return "require.encrypted";
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path, Model model) {
        return topology.spec()
                .requirement(Encrypted.class, path.entry(), model)
                .map(encrypted -> answer(topology, path, model, encrypted));
    }

    private static Answered answer(Topology topology, EntryPath path, Model model, Encrypted encrypted) {
        List<Hop> hops = path.onPath();
        if (!topology.clientsSpeakTls(path.entry())) {
            return Answered.broken(
                    path.entrance().kind(),
                    "clients of " + path.entry().name() + " speak plain HTTP: the entry has no certificate",
                    List.of(Cure.bySpec(
                            "give entry " + path.entry().name() + " a certificate or a zone",
                            topology.spec()
                                    .with(path.entry()
                                            .withZone(new ExistingZone(
                                                    path.entry().host(), Optional.empty()))))),
                    List.of());
        }
        List<Fact> facts =
                new ArrayList<>(topology.known().facts(path.entrance().kind(), "tls-listener"));
        if (encrypted.wires() == Encrypted.Wires.PUBLIC) {
            return Answered.keptBy(
                    path.entrance().kind(),
                    "clients speak TLS to " + path.entrance().kind(),
                    List.of(),
                    facts);
        }
        List<Wire> wires = topology.wires(path.entry());
        for (int at = 1; at < wires.size() - 1; at++) {
            if (!wires.get(at).tls()) {
                return Answered.broken(
                        hops.get(at - 1).kind(),
                        hops.get(at - 1).kind() + " speaks cleartext to "
                                + hops.get(at).kind(),
                        List.of(),
                        facts);
            }
            facts.addAll(topology.known().facts(hops.get(at - 1).kind(), "tls-to-target"));
        }
        if (!model.service().tls()) {
            return Answered.broken(
                    HopKind.MODEL_SERVICE,
                    model.name() + " is served in cleartext: " + model.service() + " speaks no TLS",
                    List.of(Cure.bySpec(
                            "serve " + model.name() + " by TLS and write https:// in front of its service",
                            topology.spec()
                                    .with(model.withService(model.service().withTls())))),
                    facts);
        }
        return Answered.kept(
                "every wire from the client to the model is TLS", conditions(topology, path, model), facts);
    }

    private static List<Condition> conditions(Topology topology, EntryPath path, Model model) {
        List<Condition> conditions = new ArrayList<>();
        String entry = path.entry().name();
        boolean ingressShowsCertificate = path.has(HopKind.AMBASSADOR)
                && topology.seam()
                        .port(entry, model.name())
                        .map(SeamPort::carriesTls)
                        .orElse(false);
        if (ingressShowsCertificate && !topology.keeps(HopKind.AMBASSADOR, MutualTls.class, path.entry())) {
            conditions.add(Condition.yours("the Secret " + entry + "-tls (certificate and key) in namespace "
                    + topology.spec().cluster().ambassador()));
        }
        if (path.has(HopKind.REST_API) || path.has(HopKind.HTTP_API)) {
            String api = path.has(HopKind.REST_API) ? "REST" : "HTTP";
            String shows = path.has(HopKind.APPLICATION_LOAD_BALANCER) ? "ALB" : "NLB";
            conditions.add(Condition.yours("a publicly trusted certificate for "
                    + path.entry().host() + ": the " + api + " API checks the one that the " + shows + " shows"));
        }
        if (path.has(HopKind.CLOUDFRONT)) {
            conditions.add(Condition.yours("a publicly trusted certificate for "
                    + path.entry().host() + ": CloudFront checks the one that its origin shows"));
        }
        return conditions;
    }
}
