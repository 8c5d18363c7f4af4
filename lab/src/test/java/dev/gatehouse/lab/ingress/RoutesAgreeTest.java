package dev.gatehouse.lab.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.envoy.RawClient;
import dev.gatehouse.ambassador.envoy.RawClient.Received;
import dev.gatehouse.ambassador.explain.Answer;
import dev.gatehouse.ambassador.explain.Explanation;
import dev.gatehouse.ambassador.explain.Outcome;
import dev.gatehouse.ambassador.explain.Request;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.testing.Tool;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/**
 * 10,080 requests from seeds over the recorded inputs, 48 to each: what {@code explain} says, what the embedded ingress
 * does for a pinned draw, and what a real Envoy does, which draws by itself. Both ingresses are started once and take
 * the 210 tables one after the other, as a reload.
 */
class RoutesAgreeTest {
    private static final int REQUESTS = 48;

    private final List<RouteTable> tables = RecordedInputs.tables();

    /** What came of some requests. */
    private record Result(List<String> differences, Map<String, Integer> kinds) {}

    @Test
    void the_embedded_ingress_does_what_explain_says_for_each_draw() throws SSLException, GeneralSecurityException {
        AtomicInteger draw = new AtomicInteger();

        Result result = compare(Engine.EMBEDDED, draw);

        assertThat(result.differences().stream().limit(20)).isEmpty();
        assertThat(result.kinds().values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThanOrEqualTo(10_000);
        assertThat(result.kinds()).containsKeys("Forwarded", "Redirected", "Refused", "copied", "split");
    }

    @Test
    void a_real_envoy_does_what_explain_says() throws SSLException, GeneralSecurityException {
        Tool.ENVOY.path();

        Result result = compare(Engine.ENVOY, new AtomicInteger());

        assertThat(result.differences().stream().limit(20)).isEmpty();
    }

    private Result compare(Engine engine, AtomicInteger draw) throws SSLException, GeneralSecurityException {
        List<String> differences = new ArrayList<>();
        Map<String, Integer> kinds = new TreeMap<>();
        try (Loops loops = Loops.start("agree", 2);
                EchoUpstreams upstreams = new EchoUpstreams(loops, upstreams())) {
            IngressOptions options = IngressOptions.with(loops).with(draw::get);
            if (engine == Engine.ENVOY) {
                options = options.withEnvoy(Tool.ENVOY.path());
            }
            try (Ingress ingress = Ingress.start(engine, tables.get(0), upstreams.addresses(), options)) {
                for (int i = 0; i < tables.size(); i++) {
                    ingress.reload(tables.get(i), upstreams.addresses());
                    compare(ingress, tables.get(i), i, upstreams, draw, differences, kinds);
                }
            }
        }
        return new Result(differences, kinds);
    }

    private void compare(
            Ingress ingress,
            RouteTable table,
            int number,
            EchoUpstreams upstreams,
            AtomicInteger draw,
            List<String> differences,
            Map<String, Integer> kinds)
            throws GeneralSecurityException {
        LikelyRequests requests = new LikelyRequests(number, table);
        Random draws = new Random(number);
        boolean pinned = ingress.engine() == Engine.EMBEDDED;
        try (RawClient client = new RawClient()) {
            for (int i = 0; i < REQUESTS; i++) {
                String probe = ingress.engine() + "-" + number + "-" + i;
                Request request = requests.next(probe);
                int drawn = draws.nextInt(100);
                draw.set(drawn);
                List<Outcome> possible = Explanation.of(table, request).outcomes().stream()
                        .filter(outcome ->
                                pinned ? outcome.from() <= drawn && drawn < outcome.below() : outcome.percent() > 0)
                        .toList();
                Received received = client.send(ingress.address(8080).getPort(), false, false, request);
                List<Answer> fitting = possible.stream()
                        .map(Outcome::answer)
                        .filter(answer -> Fitting.fits(answer, received))
                        .toList();
                if (fitting.isEmpty()) {
                    differences.add("input " + number + ", draw " + drawn + ": " + request.text() + " "
                            + request.headers() + "\n  "
                            + possible.stream().map(Outcome::answer).toList() + "\n  but: " + received);
                    continue;
                }
                kinds.merge(fitting.get(0).getClass().getSimpleName(), 1, Integer::sum);
                if (fitting.get(0) instanceof Answer.Forwarded forwarded) {
                    List<String> due = forwarded.mirrors().stream()
                            .filter(copy -> pinned ? drawn < copy.percent() : copy.percent() >= 100)
                            .map(Answer.Copy::upstream)
                            .toList();
                    List<String> got = upstreams.copies(probe, due.size());
                    if ((pinned || !due.isEmpty()) && !got.equals(due)) {
                        differences.add("input " + number + ", draw " + drawn + ": copies of " + request.text()
                                + " go to " + due + ", not to " + got);
                    }
                    kinds.merge("copied", due.size(), Integer::sum);
                }
                kinds.merge("split", drawn > 0 && possible.get(0).percent() < 100 ? 1 : 0, Integer::sum);
            }
        }
    }

    private List<String> upstreams() {
        return tables.stream()
                .flatMap(table -> table.upstreams().stream())
                .map(Upstream::target)
                .map(Upstream.Target::text)
                .distinct()
                .sorted()
                .toList();
    }
}
