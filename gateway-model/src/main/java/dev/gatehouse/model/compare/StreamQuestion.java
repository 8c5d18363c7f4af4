package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.spec.Streaming;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Whether a streamed answer arrives piece by piece, and is cut by nobody. */
final class StreamQuestion implements Question.OfModel {
    @Override
    public String row() {
        return "stream";
    }

    @Override
    public String rule() {
        return "GH-205";
    }

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return model.map(each -> "models." + each.name() + ".stream").orElse("models");
    }

    @Override
    public Optional<Answered> answer(Topology topology, EntryPath path, Model model) {
        boolean asked = model.isStreamed() && model.protocol() != Protocol.WEBSOCKET;
        return asked ? Optional.of(answered(topology, path, model)) : Optional.empty();
    }

    private static Answered answered(Topology topology, EntryPath path, Model model) {
        return buffered(topology, path, model)
                .or(() -> cut(topology, path, model))
                .orElseGet(() -> kept(topology, path, model));
    }

    private static Optional<Answered> buffered(Topology topology, EntryPath path, Model model) {
        return Stream.of(HopKind.REST_API, HopKind.HTTP_API)
                .filter(path::has)
                .filter(api -> topology.known().fact(api, "response-streaming").isEmpty())
                .findFirst()
                .map(api -> buffered(topology, api, model));
    }

    private static Answered buffered(Topology topology, HopKind api, Model model) {
        List<Fact> facts = new ArrayList<>(topology.known().facts(api, "no-streaming", "request-timeout"));
        topology.facts().later(api.id(), "response-streaming").ifPresent(facts::add);
        return Answered.broken(
                api,
                model.name() + " streams, but " + api + " holds an answer back until it is whole"
                        + topology.known()
                                .fact(api, "request-timeout")
                                .flatMap(Fact::value)
                                .map(limit -> ", and ends it after " + limit)
                                .orElse(""),
                List.of(),
                facts);
    }

    private static Optional<Answered> cut(Topology topology, EntryPath path, Model model) {
        Bounds bounds = new Bounds(topology, path, model);
        Optional<Limit> total = bounds.stream();
        Optional<Duration> atMost = model.atMost();
        if (total.isPresent()
                && atMost.isPresent()
                && atMost.get().compareTo(total.get().value().toDuration()) > 0) {
            Duration most = total.get().value().toDuration();
            return Optional.of(cut(
                    total.get(),
                    model.name() + " streams for up to " + Durations.format(atMost.get()),
                    "end a stream within " + total.get().value(),
                    streaming(topology, model, silence -> silence, Optional.of(most))));
        }
        return bounds.idle()
                .filter(idle -> model.longestSilence().compareTo(idle.value().toDuration()) > 0)
                .map(idle -> cut(
                        idle,
                        model.name() + " may be silent for " + Durations.format(model.longestSilence()),
                        "send something every " + idle.value() + " at least: a comment line keeps a stream alive",
                        streaming(
                                topology,
                                model,
                                silence -> shorter(silence, idle.value().toDuration()),
                                atMost)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** The spec whose model is silent for so long and streams for so long. */
    private static PlatformSpec streaming(
            Topology topology, Model model, UnaryOperator<Duration> silence, Optional<Duration> atMost) {
        return topology.spec()
                .with(model.stream()
                        .map(stream -> model.withStream(new Streaming(
                                stream.firstToken().map(silence), silence.apply(stream.longestGap()), atMost)))
                        .orElse(model));
    }

    private static Answered cut(Limit limit, String wanted, String instead, PlatformSpec changed) {
        return Answered.broken(
                limit.setBy(),
                wanted + ", but " + limit.setBy() + " cuts it after " + limit.value(),
                List.of(Cure.bySpec(instead, changed)),
                List.of(limit.fact()));
    }

    private static Answered kept(Topology topology, EntryPath path, Model model) {
        Bounds bounds = new Bounds(topology, path, model);
        List<Fact> facts = Stream.concat(
                        topology.known().facts(HopKind.REST_API, "response-streaming").stream()
                                .filter(fact -> path.has(HopKind.REST_API)),
                        Stream.of(bounds.stream(), bounds.idle())
                                .flatMap(Optional::stream)
                                .map(Limit::fact))
                .distinct()
                .toList();
        List<Condition> conditions = path.has(HopKind.REST_API)
                ? List.of(Condition.generated("ResponseTransferMode STREAM on " + model.name() + "'s methods"))
                : List.of();
        String room = bounds.idle()
                .map(idle -> "; " + idle.value() + " of silence are allowed, set by " + idle.setBy())
                .orElse("");
        return Answered.kept(
                "every hop passes " + model.name() + "'s pieces on as they come" + room, conditions, facts);
    }
}
