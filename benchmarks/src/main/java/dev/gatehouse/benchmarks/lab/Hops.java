package dev.gatehouse.benchmarks.lab;

import dev.gatehouse.lab.net.Loops;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Asks how many requests a second a hop of the lab passes, in parts of what haproxy passes in the same mode:
 * {@code ROUNDS SECONDS FOLDER}. We would change the hops if the lower end of an interval fell below 0.85 at layer 4 or
 * 0.80 at layer 7: then a design's extra hops would be judged by our stand-ins.
 *
 * <p>All proxies are there all the time, on core 0, and one at a time has work; the generator and the server have core
 * 1. The order within a pair changes from round to round.
 */
public final class Hops {
    static final int CONNECTIONS = 32;
    private static final int WARM_UP_SECONDS = 1;
    private static final int FIRST_WARM_UP_SECONDS = 20;

    private final Wrk wrk;
    private final int seconds;
    private final PrintStream said;

    private Hops(Wrk wrk, int seconds, PrintStream said) {
        this.wrk = wrk;
        this.seconds = seconds;
        this.said = said;
    }

    /** Measures, and writes {@code hops.json} and {@code hops.md} into the folder. */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        Path results = Path.of(arguments[2]);
        Path folder = Files.createTempDirectory("gatehouse-hops");
        PrintStream said = System.err;
        try (Loops loops = Loops.start("hops", 1);
                Haproxy server = Haproxy.server(folder, Cores.SECOND, loops)) {
            String target = String.valueOf(server.port());
            Hops hops = new Hops(Wrk.in(folder, Cores.SECOND, CONNECTIONS, ""), seconds, said);
            List<Pair> pairs = new ArrayList<>();
            try (Haproxy tcp = Haproxy.tcp(folder, Cores.FIRST, loops, server.port());
                    Haproxy http = Haproxy.http(folder, Cores.FIRST, loops, server.port());
                    Child pump = Child.java(Cores.FIRST, Jvm.OPTIONS, OneHop.class, "pump", target);
                    Child proxy = Child.java(Cores.FIRST, Jvm.OPTIONS, OneHop.class, "proxy", target)) {
                Contestant ours4 = new Contestant(pump, Integer.parseInt(pump.line()));
                Contestant ours7 = new Contestant(proxy, Integer.parseInt(proxy.line()));
                hops.warm(ours4, FIRST_WARM_UP_SECONDS);
                hops.warm(ours7, FIRST_WARM_UP_SECONDS);
                Contestant theirs4 = new Contestant(tcp.child(), tcp.port());
                Contestant theirs7 = new Contestant(http.child(), http.port());
                for (int round = 1; round <= rounds; round++) {
                    pairs.add(hops.pair(round, 4, ours4, theirs4));
                    pairs.add(hops.pair(round, 7, ours7, theirs7));
                }
            }
            HopsResult.of(pairs, seconds).write(results);
        } finally {
            delete(folder);
        }
    }

    /** A proxy, and where it listens. */
    private record Contestant(Child child, int port) {
        String url() {
            return "http://127.0.0.1:" + port + "/v2/models/fraud/infer";
        }
    }

    /**
     * What one proxy did.
     *
     * @param perSecond requests a second
     * @param busy the part of its core that it used
     */
    record Passed(double perSecond, double busy, long p50Micros, long p99Micros) {}

    /**
     * Both proxies of a layer, one right after the other.
     *
     * @param round from 1
     * @param layer 4 or 7
     */
    record Pair(int round, int layer, Passed lab, Passed haproxy) {
        double ratio() {
            return lab.perSecond() / haproxy.perSecond();
        }
    }

    private Pair pair(int round, int layer, Contestant lab, Contestant haproxy) throws IOException {
        boolean labFirst = round % 2 == 1;
        Passed first = measure(labFirst ? lab : haproxy);
        Passed second = measure(labFirst ? haproxy : lab);
        Pair pair = new Pair(round, layer, labFirst ? first : second, labFirst ? second : first);
        said.printf(
                "round %d, layer %d: lab %.0f/s, haproxy %.0f/s, ratio %.3f%n",
                round, layer, pair.lab().perSecond(), pair.haproxy().perSecond(), pair.ratio());
        return pair;
    }

    private Passed measure(Contestant contestant) throws IOException {
        warm(contestant, WARM_UP_SECONDS);
        Duration before = contestant.child().cpu();
        Wrk.Measured measured = wrk.ask(contestant.url(), seconds);
        Duration used = contestant.child().cpu().minus(before);
        return new Passed(
                measured.perSecond(),
                used.toNanos() / (measured.micros() * 1e3),
                measured.p50Micros(),
                measured.p99Micros());
    }

    private void warm(Contestant contestant, int longer) throws IOException {
        wrk.ask(contestant.url(), longer);
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
