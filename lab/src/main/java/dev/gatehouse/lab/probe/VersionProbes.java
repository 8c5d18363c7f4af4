package dev.gatehouse.lab.probe;

import dev.gatehouse.lab.server.Variant;
import dev.gatehouse.model.spec.Canary;
import dev.gatehouse.model.spec.Shadow;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Second versions of models: shares, pins and copies. */
final class VersionProbes {
    private static final int REQUESTS = 300;
    private static final int PINNED = 20;
    private static final long COPIES_COME_WITHIN = TimeUnit.SECONDS.toNanos(5);

    private VersionProbes() {}

    /** The canary takes its share. */
    static Observation canary(Bench bench, Bench.Target target) throws IOException {
        int percent = target.model().canary().map(Canary::percent).orElse(0);
        int taken = 0;
        for (int request = 0; request < REQUESTS; request++) {
            Reply reply = bench.call(target, Map.of(), 8);
            if (!reply.answered(target.model().name())) {
                return Observation.stopped(target, reply, "request " + request);
            }
            taken += reply.variant().equals(Variant.CANARY.word()) ? 1 : 0;
        }
        Share share = new Share(taken, REQUESTS);
        if (taken == 0 && AccessProbes.isLeftToYou(target)) {
            return new Observation(
                    Observed.LEFT_TO_YOU, Optional.empty(), "the canary gets nothing until you weigh its targets");
        }
        return Observation.of(share.allows(percent), share + " went to the canary of " + percent + " %");
    }

    /** Every request with the header goes to the canary. */
    static Observation pin(Bench bench, Bench.Target target) throws IOException {
        Canary.Pin pin = target.model().canary().flatMap(Canary::pin).orElseThrow();
        int taken = 0;
        for (int request = 0; request < PINNED; request++) {
            Reply reply = bench.call(target, Map.of(pin.header(), pin.value()), 8);
            taken += reply.variant().equals(Variant.CANARY.word()) ? 1 : 0;
        }
        if (taken == 0 && AccessProbes.isLeftToYou(target)) {
            return new Observation(
                    Observed.LEFT_TO_YOU, Optional.empty(), "the canary gets nothing until you write its rule");
        }
        return Observation.of(taken == PINNED, taken + " of " + PINNED + " with the header went to the canary");
    }

    /** The shadow gets copies of its share, and never answers. */
    static Observation shadow(Bench bench, Bench.Target target) throws IOException {
        int percent = target.model().shadow().map(Shadow::percent).orElse(0);
        long before = copies(bench, target);
        for (int request = 0; request < REQUESTS; request++) {
            Reply reply = bench.call(target, Map.of(), 8);
            if (!reply.answered(target.model().name()) || reply.variant().equals(Variant.SHADOW.word())) {
                return Observation.stopped(target, reply, "request " + request);
            }
        }
        long until = System.nanoTime() + COPIES_COME_WITHIN;
        while (copies(bench, target) > before
                && !new Share(copies(bench, target) - before, REQUESTS).allows(percent)
                && System.nanoTime() - until < 0) {
            Thread.onSpinWait();
        }
        Share share = new Share(copies(bench, target) - before, REQUESTS);
        return Observation.of(share.allows(percent), share + " were copied to the shadow of " + percent + " %");
    }

    private static long copies(Bench bench, Bench.Target target) {
        return bench.lab()
                .models()
                .answered(target.model().name(), Variant.SHADOW)
                .requests();
    }
}
