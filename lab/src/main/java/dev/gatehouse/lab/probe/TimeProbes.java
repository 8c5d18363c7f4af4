package dev.gatehouse.lab.probe;

import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.unit.Durations;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** How long hops wait. They run on a clock that makes the longest of them last about a second. */
final class TimeProbes {
    private static final int NEARLY = 80;

    private TimeProbes() {}

    /** An answer that takes nearly as long as the model may comes back. */
    static Observation answers(Bench bench, Bench.Target target) throws IOException {
        Duration longest = target.model().atMost().orElse(Model.ASSUMED_AT_MOST);
        Duration asked = target.cell().state() == State.BROKEN ? longest : nearly(longest);
        Reply reply = bench.call(target, Map.of(ModelServer.TIME, Durations.format(asked)), 8);
        String detail = "an answer after " + Durations.format(asked);
        return reply.answered(target.model().name())
                ? Observation.kept(detail + ": " + reply)
                : Observation.stopped(target, reply, detail);
    }

    /** A stream that lasts nearly as long as it may comes piece by piece, to its end. */
    static Observation stream(Bench bench, Bench.Target target) throws IOException {
        Model model = target.model();
        Duration whole = nearly(model.atMost().orElse(model.longestSilence().multipliedBy(3)));
        Duration gap = nearly(model.stream().map(stream -> stream.longestGap()).orElse(model.longestSilence()));
        Reply reply = bench.call(
                target,
                Map.of(
                        ModelServer.TIME,
                        Durations.format(nearly(model.stream()
                                .flatMap(stream -> stream.firstToken())
                                .orElse(gap))),
                        ModelServer.GAP,
                        Durations.format(gap),
                        ModelServer.WHOLE,
                        Durations.format(whole)),
                8);
        String detail = "a stream of " + Durations.format(whole);
        if (!reply.answered(model.name())) {
            return Observation.stopped(target, reply, detail);
        }
        boolean piecewise = reply.pieces() > 1 && reply.firstNanos() < reply.nanos() * 3 / 4;
        return Observation.of(piecewise, detail + " came in " + reply.pieces() + " pieces");
    }

    private static Duration nearly(Duration time) {
        return Duration.ofMillis(time.toMillis() * NEARLY / 100);
    }

    /** How many times as fast a lab's clock shall run for a model's longest answer. */
    static int clock(Model model) {
        long millis =
                model.atMost().orElse(model.longestSilence().multipliedBy(3)).toMillis();
        return millis <= 1_000 ? 1 : millis <= 30_000 ? 10 : millis <= 180_000 ? 100 : 400;
    }
}
