package dev.gatehouse.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The generator wrk: a closed loop of connections, each of which asks again as soon as it has its answer.
 *
 * @param cores where it runs
 * @param connections how many, in one thread
 * @param script says in one line what it measured
 */
record Wrk(Cores cores, int connections, Path script) {
    private static final String DONE = """
            done = function(summary, latency, requests)
              local e = summary.errors
              io.write(string.format("measured %d %d %d %d %d\\n", summary.requests, summary.duration,
                latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
            end
            """;

    /**
     * What it measured.
     *
     * @param requests that were answered
     * @param micros how long it took
     * @param p50Micros their median time
     * @param p99Micros their 99th percentile
     */
    record Measured(long requests, long micros, long p50Micros, long p99Micros) {
        double perSecond() {
            return requests * 1e6 / micros;
        }
    }

    /**
     * One whose script lies in a folder.
     *
     * @param asking Lua that says what a request looks like; empty: a GET
     */
    static Wrk in(Path folder, Cores cores, int connections, String asking) throws IOException {
        return new Wrk(cores, connections, Files.writeString(folder.resolve("wrk.lua"), asking + DONE));
    }

    /**
     * Asks for so many seconds.
     *
     * @throws IOException if a single request failed
     */
    Measured ask(String url, int seconds, String... headers) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "-s", script.toString()));
        for (String header : headers) {
            command.addAll(List.of("-H", header));
        }
        command.add(url);
        try (Child wrk = Child.on(cores, command)) {
            String said = wrk.output();
            String[] words = said.lines()
                    .filter(line -> line.startsWith("measured "))
                    .findFirst()
                    .orElseThrow(() -> new IOException("wrk says nothing that was measured: " + said))
                    .split(" ", -1);
            if (!words[5].equals("0")) {
                throw new IOException(words[5] + " requests to " + url + " failed: " + said);
            }
            return new Measured(
                    Long.parseLong(words[1]),
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]),
                    Long.parseLong(words[4]));
        }
    }
}
