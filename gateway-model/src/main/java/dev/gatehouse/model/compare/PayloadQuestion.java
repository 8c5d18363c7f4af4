package dev.gatehouse.model.compare;

import dev.gatehouse.model.spec.Load;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a model's bodies fit through every hop. */
final class PayloadQuestion implements Question.OfModel {
    @Override
    public String row() {
        return "payload";
    }

    @Override
    public String rule() {
        return "GH-206";
    }

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return model.map(each -> "models." + each.name() + ".load").orElse("models");
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path, Model model) {
        Bounds bounds = new Bounds(topology, path, model);
        List<Limit> limits =
                new ArrayList<>(bounds.bytes("request-body").stream().toList());
        Optional<Limit> response = model.isStreamed() ? Optional.empty() : bounds.bytes("response-body");
        Optional<Answered> refused = bounds.bytes("request-body")
                .flatMap(limit ->
                        beyond(topology.spec(), model, "sends", model.load().request(), limit))
                .or(() -> response.flatMap(limit -> beyond(
                        topology.spec(), model, "answers with", model.load().response(), limit)));
        response.ifPresent(limits::add);
        return refused.or(() -> Optional.of(Answered.kept(
                limits.isEmpty()
                        ? "no hop limits bodies"
                        : "bodies of " + model.load().request() + " and "
                                + model.load().response() + " fit within "
                                + limits.get(0).value() + " of " + limits.get(0).setBy(),
                List.of(),
                limits.stream().map(Limit::fact).toList())));
    }

    private static Optional<Answered> beyond(PlatformSpec spec, Model model, String verb, DataSize size, Limit limit) {
        if (size.compareTo(limit.value().toDataSize()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Answered.broken(
                limit.setBy(),
                model.name() + " " + verb + " " + size + ", but " + limit.setBy() + " takes " + limit.value()
                        + " at most",
                List.of(byReference(spec, model, limit.value().toDataSize())),
                List.of(limit.fact())));
    }

    private static Cure byReference(PlatformSpec spec, Model model, DataSize most) {
        Load load = model.load();
        return new Cure(
                "pass bodies above " + most + " by reference: put them in S3 and send their address",
                Optional.empty(),
                Optional.empty(),
                Optional.of("what S3 charges for them"),
                Optional.of(spec.with(model.withLoad(
                        load.withBodies(smaller(load.request(), most), smaller(load.response(), most))))));
    }

    private static DataSize smaller(DataSize one, DataSize other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
