package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A protocol that every hop must carry: one that does not breaks it. A layer 4 hop carries whatever it is not known to
 * refuse.
 *
 * @param row the row's id, which is also the capability of a hop that carries it
 * @param protocol the protocol
 * @param name its name for people
 */
record ProtocolQuestion(String row, String rule, Protocol protocol, String name) implements Question.OfModel {
    static final ProtocolQuestion GRPC = new ProtocolQuestion("grpc", "GH-323", Protocol.GRPC, "gRPC");
    static final ProtocolQuestion WEBSOCKET =
            new ProtocolQuestion("websocket", "GH-324", Protocol.WEBSOCKET, "WebSockets");

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return model.map(each -> "models." + each.name() + ".protocol").orElse("models");
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path, Model model) {
        return model.protocol() == protocol ? Optional.of(answer(topology, path)) : Optional.empty();
    }

    private Answered answer(Topology topology, EntryPath path) {
        Known known = topology.known();
        List<Fact> facts = new ArrayList<>();
        for (Hop hop : path.onPath()) {
            if (hop.kind().equals(HopKind.MODEL_SERVICE)) {
                continue;
            }
            Optional<Fact> carries = known.fact(hop.kind(), row);
            carries.ifPresent(facts::add);
            List<Fact> refusal = known.facts(hop.kind(), "no-" + row);
            List<Fact> toOrigin = known.facts(hop.kind(), "no-" + row + "-to-vpc-origin");
            if (!toOrigin.isEmpty()) {
                return Answered.broken(
                        hop.kind(), hop.kind() + " carries no " + name + " to a VPC origin", List.of(), toOrigin);
            }
            if (carries.isEmpty() && (hop.layer() == 7 || !refusal.isEmpty())) {
                List<Fact> cited = new ArrayList<>(refusal);
                topology.facts().later(hop.kind().id(), row).ifPresent(cited::add);
                return Answered.broken(hop.kind(), hop.kind() + " carries no " + name, List.of(), cited);
            }
        }
        return Answered.kept("every hop carries " + name, List.of(), facts);
    }
}
