package dev.gatehouse.lab.probe;

import dev.gatehouse.model.unit.DataSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What is refused: attacks, and too many requests. */
final class RefusalProbes {
    private static final String ATTACK = "' or '1'='1";
    private static final int AT_ONCE = 16;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);

    private RefusalProbes() {}

    /** An attack in a header is blocked, and where bodies are inspected one in a body; the model's own bodies pass. */
    static Observation webFirewall(Bench bench, Bench.Target target) throws IOException {
        Reply attack = bench.call(target, Map.of("x-note", ATTACK), 8);
        if (!attack.model().isEmpty()) {
            return Observation.missing("an attack in a header reaches the model");
        }
        if (attack.status() != 403) {
            return Observation.stopped(target, attack, "an attack in a header");
        }
        if (!target.grpc()) {
            byte[] body = new byte[1_000];
            byte[] mark = ATTACK.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(mark, 0, body, 500, mark.length);
            Reply hidden = bench.call(target, target.client().path(), Map.of(), body);
            if (hidden.status() != 403 || !hidden.model().isEmpty()) {
                return Observation.missing("an attack in a body: " + hidden);
            }
        }
        Reply clean = bench.call(target, Map.of(), target.requestBytes());
        return clean.answered(target.model().name())
                ? Observation.kept("attacks get 403 from " + target.stoppedBy(attack) + ", a body of "
                        + target.model().load().request() + " passes")
                : Observation.stopped(
                        target, clean, "a body of " + target.model().load().request());
    }

    /** Sooner or later a client that doesn't stop is refused for its rate, and not at once. */
    static Observation rateLimit(Bench bench, Bench.Target target) throws IOException {
        int passed = 0;
        int sent = 0;
        long until = System.nanoTime() + LONGEST;
        while (System.nanoTime() - until < 0) {
            List<CompletableFuture<Reply>> begun = new ArrayList<>();
            for (int each = 0; each < AT_ONCE; each++) {
                begun.add(bench.begin(target, each, target.client().path(), Map.of(), new byte[8]));
            }
            for (CompletableFuture<Reply> one : begun) {
                sent++;
                Reply reply = Conversation.await(one);
                if (reply.isLimited()) {
                    return Observation.of(passed > 0, "refused after " + passed + ": " + reply);
                }
                if (!reply.answered(target.model().name())) {
                    return Observation.stopped(target, reply, "request " + sent);
                }
                passed++;
            }
        }
        return Observation.missing(passed + " requests and no end");
    }

    /** Bodies of the sizes that the spec names pass both ways. */
    static Observation payload(Bench bench, Bench.Target target) throws IOException {
        DataSize request = target.model().load().request();
        DataSize response = target.model().load().response();
        Reply reply = bench.call(target, Map.of(), target.requestBytes());
        if (!reply.answered(target.model().name())) {
            return Observation.stopped(target, reply, "a request of " + request);
        }
        boolean whole = target.model().isStreamed() || target.grpc() || reply.bytes() >= response.bytes();
        return Observation.of(whole, request + " went in, " + reply.bytes() + " bytes came out");
    }
}
