package dev.gatehouse.ambassador.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.envoy.RawClient.Received;
import dev.gatehouse.ambassador.explain.Answer;
import dev.gatehouse.ambassador.explain.Explanation;
import dev.gatehouse.ambassador.explain.Outcome;
import dev.gatehouse.ambassador.explain.Request;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.TlsContext;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.testing.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code explain} says becomes of a request, and what a real Envoy does with it: 100 sets of manifests from seeds,
 * all in one Envoy with a listener each, 110 requests to each set, and many more where shares are counted.
 */
class ExplainAgreesWithEnvoyTest {
    private static final int SETS = 100;
    private static final int REQUESTS = 110;
    private static final int SPLITS = 24;
    private static final int DRAWS = 1_000;

    /** Five standard deviations: one false alarm in 1.7 million counts. */
    private static final double DEVIATIONS = 5;

    @TempDir
    private Path folder = Path.of("");

    /** A set in the Envoy. */
    private record Placed(int number, RandomSet set, RouteTable table, int port, int tcpPort) {
        Received send(RawClient client, Request request) {
            boolean tcp = !request.listener().equals("web");
            return client.send(
                    tcp ? tcpPort : port, request.secure(), !tcp && set.front().proxied(), request);
        }

        String told(Request request, String what) {
            return "set " + number + " (" + set.front() + "): " + request.text() + " " + request.headers() + "\n  "
                    + what;
        }
    }

    /** What came of some requests. */
    private record Result(List<String> differences, List<Split> splits, Map<String, Integer> kinds, int sent) {}

    /** A request whose answer is drawn. */
    private record Split(Placed placed, Request request, List<Outcome> outcomes) {}

    @Test
    void explain_says_what_envoy_does()
            throws IOException, InterruptedException, GeneralSecurityException, ExecutionException {
        Tool.ENVOY.path();
        List<Placed> all = placed();
        try (StubUpstreams upstreams = new StubUpstreams(upstreams(all));
                RunningEnvoy envoy = new RunningEnvoy(folder, together(all, upstreams.addresses()))) {
            List<Result> results = inParallel(all.stream()
                    .map(placed -> (Callable<Result>) () -> compare(placed, upstreams))
                    .toList());
            List<String> differences = results.stream()
                    .flatMap(result -> result.differences().stream())
                    .toList();
            assertThat(differences.stream().limit(40))
                    .as("%d of the requests differ", differences.size())
                    .isEmpty();
            assertThat(results.stream().mapToInt(Result::sent).sum()).isGreaterThanOrEqualTo(10_000);
            assertThat(kinds(results))
                    .containsKeys("Forwarded", "Redirected", "Refused", "PassedOn", "Closed", "copied");

            List<Split> splits = results.stream()
                    .flatMap(result -> result.splits().stream().limit(1))
                    .limit(SPLITS)
                    .toList();
            assertThat(splits).hasSize(SPLITS);
            List<List<String>> outside = inParallel(splits.stream()
                    .map(split -> (Callable<List<String>>) () -> outside(split))
                    .toList());
            assertThat(outside.stream().flatMap(List::stream)).isEmpty();
            assertThat(envoy.isAlive()).isTrue();
        }
    }

    private static List<Placed> placed() throws IOException {
        List<Integer> ports = freePorts(2 * SETS);
        return IntStream.range(0, SETS)
                .mapToObj(i -> {
                    RandomSet set = new RandomSet(i, ports.get(2 * i), ports.get(2 * i + 1));
                    return new Placed(i, set, set.table(), ports.get(2 * i), ports.get(2 * i + 1));
                })
                .toList();
    }

    /**
     * Below those that systems hand out to clients, which could take one before Envoy does, and below those of the API
     * server, whose tests run at the same time: at most 22,000 or a few hundred more.
     */
    private static List<Integer> freePorts(int count) throws IOException {
        List<Integer> ports = new ArrayList<>();
        int port = 12_000 + (int) (ProcessHandle.current().pid() % 10_000);
        while (ports.size() < count) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                ports.add(socket.getLocalPort());
            } catch (java.net.BindException e) {
                // somebody else's
            }
            port++;
        }
        return ports;
    }

    private static List<String> upstreams(List<Placed> all) {
        return all.stream()
                .flatMap(placed -> placed.table().upstreams().stream())
                .map(Upstream::target)
                .map(Upstream.Target::text)
                .distinct()
                .sorted()
                .toList();
    }

    private String together(List<Placed> all, Upstreams addresses)
            throws IOException, InterruptedException, GeneralSecurityException {
        Certificates.Pem pem = SelfSigned.pem(folder);
        Together together = new Together();
        for (Placed placed : all) {
            Certificates certificates = Certificates.in("none");
            for (TlsContext context : placed.table().tlsContexts()) {
                certificates = certificates.with(context.secret(), pem);
            }
            Placement placement = Placement.standard()
                    .at("127.0.0.1")
                    .admin(0)
                    .with(certificates)
                    .with(addresses);
            together.add("set" + placed.number() + "-", EnvoyBootstrap.of(placed.table(), placement));
        }
        return together.json();
    }

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Result compare(Placed placed, StubUpstreams upstreams) throws GeneralSecurityException {
        List<String> differences = new ArrayList<>();
        List<Split> splits = new ArrayList<>();
        Map<String, Integer> kinds = new HashMap<>();
        try (RawClient client = new RawClient()) {
            for (int i = 0; i < REQUESTS; i++) {
                String probe = placed.number() + "-" + i;
                Request request = placed.set().request(probe);
                Explanation explanation = Explanation.of(placed.table(), request);
                List<Outcome> possible = explanation.outcomes().stream()
                        .filter(outcome -> outcome.percent() > 0)
                        .toList();
                Received received = placed.send(client, request);
                List<Outcome> fitting = possible.stream()
                        .filter(outcome -> fits(outcome.answer(), request, received))
                        .toList();
                if (fitting.isEmpty()) {
                    differences.add(placed.told(
                            request, possible.stream().map(Outcome::answer).toList() + "\n  but Envoy: " + received));
                    continue;
                }
                kinds.merge(fitting.get(0).answer().getClass().getSimpleName(), 1, Integer::sum);
                if (fitting.get(0).answer() instanceof Answer.Forwarded forwarded) {
                    String missing = missingCopy(forwarded, upstreams, probe);
                    kinds.merge("copied", forwarded.mirrors().isEmpty() ? 0 : 1, Integer::sum);
                    if (!missing.isEmpty()) {
                        differences.add(placed.told(request, missing));
                    }
                }
                if (possible.size() > 1) {
                    splits.add(new Split(placed, request, possible));
                }
            }
        }
        return new Result(differences, splits, kinds, REQUESTS);
    }

    private static boolean fits(Answer answer, Request request, Received received) {
        if (answer instanceof Answer.Forwarded forwarded) {
            return received.status() == (forwarded.upgrade().isEmpty() ? 200 : 101)
                    && received.header("x-upstream").equals(forwarded.upstream())
                    && received.header("x-target").equals(forwarded.target())
                    && received.header("x-host").equals(forwarded.host());
        }
        if (answer instanceof Answer.PassedOn passed) {
            return passed.upstreams().contains(received.header("x-upstream"))
                    && received.header("x-target").equals(request.target());
        }
        if (answer instanceof Answer.Redirected redirected) {
            return received.status() == redirected.status()
                    && received.header("location").equals(redirected.location());
        }
        if (answer instanceof Answer.Refused refused) {
            return received.status() == refused.status()
                    && received.header("x-upstream").isEmpty();
        }
        return received.status() == 0;
    }

    /** In words, or nothing where each copy that is due arrives. */
    private static String missingCopy(Answer.Forwarded forwarded, StubUpstreams upstreams, String probe) {
        List<String> due = forwarded.mirrors().stream()
                .filter(copy -> copy.percent() >= 100)
                .map(Answer.Copy::upstream)
                .toList();
        List<String> got = upstreams.copies(probe, due.size()).stream()
                .map(StubUpstreams.Copy::upstream)
                .toList();
        return got.equals(due) ? "" : "copies go to " + due + ", but by Envoy to " + got;
    }

    private static Map<String, Integer> kinds(List<Result> results) {
        Map<String, Integer> kinds = results.stream()
                .flatMap(result -> result.kinds().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
        kinds.values().removeIf(count -> count == 0);
        return kinds;
    }

    /** Sends a request many times: outcomes whose count is not near their share, in words. */
    private static List<String> outside(Split split) throws GeneralSecurityException {
        int[] counts = new int[split.outcomes().size()];
        try (RawClient client = new RawClient()) {
            for (int i = 0; i < DRAWS; i++) {
                Received received = split.placed().send(client, split.request());
                for (int j = 0; j < counts.length; j++) {
                    counts[j] += fits(split.outcomes().get(j).answer(), split.request(), received) ? 1 : 0;
                }
            }
        }
        List<String> outside = new ArrayList<>();
        for (int j = 0; j < counts.length; j++) {
            Answer answer = split.outcomes().get(j).answer();
            double share = split.outcomes().stream()
                            .filter(outcome -> same(outcome.answer(), answer))
                            .mapToInt(Outcome::percent)
                            .sum()
                    / 100.0;
            double deviation = Math.sqrt(DRAWS * share * (1 - share));
            if (Math.abs(counts[j] - DRAWS * share) > DEVIATIONS * deviation) {
                outside.add(split.placed()
                        .told(
                                split.request(),
                                counts[j] + " of " + DRAWS + " for a share of " + share + ": " + answer));
            }
        }
        return outside;
    }

    /** Whether a client can't tell two answers apart. */
    private static boolean same(Answer one, Answer other) {
        if (one instanceof Answer.Forwarded forwarded && other instanceof Answer.Forwarded second) {
            return forwarded.upstream().equals(second.upstream())
                    && forwarded.target().equals(second.target())
                    && forwarded.host().equals(second.host());
        }
        if (one instanceof Answer.Refused refused && other instanceof Answer.Refused second) {
            return refused.status() == second.status();
        }
        return one.equals(other);
    }
}
