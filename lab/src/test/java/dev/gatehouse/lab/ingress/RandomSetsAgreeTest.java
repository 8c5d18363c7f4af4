package dev.gatehouse.lab.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.envoy.RandomSet;
import dev.gatehouse.ambassador.envoy.RawClient;
import dev.gatehouse.ambassador.envoy.RawClient.Received;
import dev.gatehouse.ambassador.explain.Answer;
import dev.gatehouse.ambassador.explain.Explanation;
import dev.gatehouse.ambassador.explain.Outcome;
import dev.gatehouse.ambassador.explain.Request;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Loops;
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
 * The sets of manifests that a real Envoy is held against, with all kinds of listeners: TLS, the PROXY protocol, hops
 * that are trusted, upgrades. The embedded ingress does what {@code explain} says, and so what Envoy does.
 */
class RandomSetsAgreeTest {
    private static final int SETS = 100;
    private static final int REQUESTS = 25;
    private static final int PORT = 8080;

    @Test
    void the_embedded_ingress_does_what_explain_says() throws SSLException, GeneralSecurityException {
        List<String> differences = new ArrayList<>();
        Map<String, Integer> kinds = new TreeMap<>();
        Authority authority = Authority.create("sets");
        AtomicInteger draw = new AtomicInteger();
        try (Loops loops = Loops.start("sets", 1)) {
            for (int i = 0; i < SETS; i++) {
                compare(i, loops, authority, draw, differences, kinds);
            }
        }
        assertThat(differences.stream().limit(20))
                .as("%d differ, of %s", differences.size(), kinds)
                .isEmpty();
        assertThat(kinds).containsKeys("Forwarded", "Redirected", "Refused", "Closed");
    }

    private static void compare(
            int number,
            Loops loops,
            Authority authority,
            AtomicInteger draw,
            List<String> differences,
            Map<String, Integer> kinds)
            throws SSLException, GeneralSecurityException {
        RandomSet set = new RandomSet(number, PORT, 7_000);
        RouteTable table = set.table();
        try (EchoUpstreams upstreams = new EchoUpstreams(loops, upstreams(table));
                Ingress ingress = Ingress.start(
                        Engine.EMBEDDED,
                        table,
                        upstreams.addresses(),
                        IngressOptions.with(loops)
                                .with(Secrets.issue(table, authority, authority))
                                .with(draw::get))) {
            compare(number, set, table, ingress, draw, differences, kinds);
        }
    }

    private static void compare(
            int number,
            RandomSet set,
            RouteTable table,
            Ingress ingress,
            AtomicInteger draw,
            List<String> differences,
            Map<String, Integer> kinds)
            throws GeneralSecurityException {
        Random draws = new Random(number);
        try (RawClient client = new RawClient()) {
            for (int i = 0; i < REQUESTS; i++) {
                Request request = set.request(number + "-" + i);
                int drawn = draws.nextInt(100);
                draw.set(drawn);
                Answer expected = Explanation.of(table, request).outcomes().stream()
                        .filter(outcome -> outcome.from() <= drawn && drawn < outcome.below())
                        .map(Outcome::answer)
                        .findFirst()
                        .orElseThrow();
                if (expected instanceof Answer.PassedOn) {
                    continue;
                }
                Received received = client.send(
                        ingress.address(PORT).getPort(),
                        request.secure(),
                        set.front().proxied(),
                        request);
                kinds.merge(expected.getClass().getSimpleName(), 1, Integer::sum);
                if (!Fitting.fits(expected, received)) {
                    differences.add("set " + number + " (" + set.front() + "), draw " + drawn + ": " + request.text()
                            + " " + request.headers() + "\n  " + expected + "\n  but: " + received);
                }
            }
        }
    }

    private static List<String> upstreams(RouteTable table) {
        return table.upstreams().stream()
                .map(Upstream::target)
                .map(Upstream.Target::text)
                .distinct()
                .toList();
    }
}
