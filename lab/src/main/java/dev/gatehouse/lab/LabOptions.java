package dev.gatehouse.lab;

import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.lab.server.ServerOptions;
import dev.gatehouse.model.hop.HopKind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a lab is run. {@link #standard} is what a load test wants: our own ingress, real time, no delay, one target in
 * one zone.
 *
 * @param engine what the ingress is
 * @param models how models answer; their clock is the lab's
 * @param pace how fast its clock runs
 * @param delays by how much a hop holds back what it sends on, in the lab's time
 * @param zones in how many zones the ingress runs, 1 or more; a layer 4 hop spreads its flows over them
 * @param threads how many event loops there are, 1 or more
 * @param port where the first entry's entrance listens on loopback; 0: a free port
 * @param blocked addresses of clients on the web ACL's block list
 */
public record LabOptions(
        Engine engine,
        ServerOptions models,
        Pace pace,
        Map<HopKind, Duration> delays,
        int zones,
        int threads,
        int port,
        List<String> blocked) {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if a number is out of its range, or a delay is negative
     */
    public LabOptions {
        if (zones < 1 || threads < 1) {
            throw new IllegalArgumentException("a lab needs a zone and a thread, not " + zones + " and " + threads);
        }
        delays.forEach((hop, delay) -> {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("a delay at " + hop + " can't be negative: " + delay);
            }
        });
        delays = Collections.unmodifiableMap(new TreeMap<>(delays));
        blocked = List.copyOf(blocked);
    }

    /** Real time, no delay, one zone, one loop, free ports. */
    public static LabOptions standard() {
        return new LabOptions(Engine.EMBEDDED, ServerOptions.STANDARD, Pace.REAL, Map.of(), 1, 1, 0, List.of());
    }

    /** The same with another ingress. */
    public LabOptions on(Engine other) {
        return new LabOptions(other, models, pace, delays, zones, threads, port, blocked);
    }

    /** The same with models that answer otherwise. */
    public LabOptions with(ServerOptions other) {
        return new LabOptions(engine, other, pace, delays, zones, threads, port, blocked);
    }

    /** The same on a clock that runs so many times as fast. */
    public LabOptions clock(int factor) {
        return new LabOptions(engine, models, Pace.times(factor), delays, zones, threads, port, blocked);
    }

    /** The same with a delay at a hop. */
    public LabOptions inject(HopKind hop, Duration delay) {
        Map<HopKind, Duration> more = new TreeMap<>(delays);
        more.put(hop, delay);
        return new LabOptions(engine, models, pace, more, zones, threads, port, blocked);
    }

    /** The same with the ingress in so many zones. */
    public LabOptions inZones(int count) {
        return new LabOptions(engine, models, pace, delays, count, threads, port, blocked);
    }

    /** The same with so many event loops. */
    public LabOptions onThreads(int count) {
        return new LabOptions(engine, models, pace, delays, zones, count, port, blocked);
    }

    /** The same with the first entry's entrance on that port. */
    public LabOptions atPort(int number) {
        return new LabOptions(engine, models, pace, delays, zones, threads, number, blocked);
    }

    /** The same with these addresses on the web ACL's block list. */
    public LabOptions blocking(List<String> addresses) {
        return new LabOptions(engine, models, pace, delays, zones, threads, port, addresses);
    }
}
