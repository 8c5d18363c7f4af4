package dev.gatehouse.lab;

import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.model.hop.HopKind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a lab is run. {@link #standard} is what a load test wants: real time, no delay, one target in one zone.
 *
 * @param pace how fast its clock runs
 * @param delays by how much a hop holds back what it sends on, in the lab's time
 * @param zones in how many zones the ingress runs, 1 or more; a layer 4 hop spreads its flows over them
 * @param threads how many event loops there are, 1 or more
 * @param port where the first entry's entrance listens on loopback; 0: a free port
 * @param blocked addresses of clients on the web ACL's block list
 * @param engine what plays the ingress
 */
public record LabOptions(
        Pace pace,
        Map<HopKind, Duration> delays,
        int zones,
        int threads,
        int port,
        List<String> blocked,
        Engine engine) {
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
        return new LabOptions(Pace.REAL, Map.of(), 1, 1, 0, List.of(), Engine.EMBEDDED);
    }

    /** The same on a clock that runs so many times as fast. */
    public LabOptions clock(int factor) {
        return new LabOptions(Pace.times(factor), delays, zones, threads, port, blocked, engine);
    }

    /** The same with a delay at a hop. */
    public LabOptions inject(HopKind hop, Duration delay) {
        Map<HopKind, Duration> more = new TreeMap<>(delays);
        more.put(hop, delay);
        return new LabOptions(pace, more, zones, threads, port, blocked, engine);
    }

    /** The same with the ingress in so many zones. */
    public LabOptions inZones(int count) {
        return new LabOptions(pace, delays, count, threads, port, blocked, engine);
    }

    /** The same with so many event loops. */
    public LabOptions onThreads(int count) {
        return new LabOptions(pace, delays, zones, count, port, blocked, engine);
    }

    /** The same with the first entry's entrance on that port. */
    public LabOptions atPort(int number) {
        return new LabOptions(pace, delays, zones, threads, number, blocked, engine);
    }

    /** The same with these addresses on the web ACL's block list. */
    public LabOptions blocking(List<String> addresses) {
        return new LabOptions(pace, delays, zones, threads, port, addresses, engine);
    }

    /** The same with another engine as ingress. */
    public LabOptions on(Engine other) {
        return new LabOptions(pace, delays, zones, threads, port, blocked, other);
    }
}
