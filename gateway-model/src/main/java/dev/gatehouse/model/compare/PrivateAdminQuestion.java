package dev.gatehouse.model.compare;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PrivateAdmin;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether administrative paths are hidden from public entries, and can be reached from inside. */
final class PrivateAdminQuestion implements Question.OfEntry {
    @Override
    public String row() {
        return "private-admin";
    }

    @Override
    public String rule() {
        return "GH-316";
    }

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return "require.private-admin";
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path) {
        Optional<PrivateAdmin> asked = topology.spec().requirements(PrivateAdmin.class).stream()
                .filter(admin -> !path.entry().isPublic() || admin.scope().covers(path.entry()))
                .findFirst();
        return asked.map(
                admin -> path.entry().isPublic() ? hidden(topology, path, admin) : reached(topology, path, admin));
    }

    private static Answered hidden(Topology topology, EntryPath path, PrivateAdmin admin) {
        HopKind keeper = Stream.of(HopKind.AMBASSADOR, HopKind.REST_API, HopKind.HTTP_API)
                .filter(path::has)
                .findFirst()
                .orElse(HopKind.APPLICATION_LOAD_BALANCER);
        return Answered.keptBy(
                keeper,
                String.join(", ", admin.paths()) + " answer 404: only the models' own paths are routed",
                List.of(Condition.generated("no route beside the models' own; no bare {proxy+}")),
                topology.known().facts(keeper, "path-rules"));
    }

    private static Answered reached(Topology topology, EntryPath path, PrivateAdmin admin) {
        if (!path.has(HopKind.AMBASSADOR)) {
            return Answered.broken(
                    HopKind.NETWORK_LOAD_BALANCER,
                    "only a layer 4 hop is private, and /admin/<model> is a question of paths",
                    List.of(),
                    topology.known().facts(HopKind.NETWORK_LOAD_BALANCER, "no-layer-7"));
        }
        return Answered.keptBy(
                HopKind.AMBASSADOR,
                "/admin/<model> and one of " + String.join(", ", admin.paths()) + " reaches that model",
                List.of(),
                topology.known().facts(HopKind.AMBASSADOR, "path-rules"));
    }
}
