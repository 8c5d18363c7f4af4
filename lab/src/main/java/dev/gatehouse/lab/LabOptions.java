package dev.gatehouse.lab;

import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.lab.server.ServerOptions;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Plan;
import java.math.BigDecimal;
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
 * @param zones in how many zones balancers have nodes, and the ingress and the models pods, 1 or more
 * @param pods how many pods of the ingress run in each zone, 1 or more
 * @param threads how many event loops there are, 1 or more
 * @param port where the first entry's entrance listens on loopback; 0: a free port
 * @param crowd how many consumers each client stands for, 1 or more: plans hold that many times, so that one load
 *     generator is not refused as one consumer
 * @param warm whether a layer 7 hop gives the connections to targets that one client leaves to the next, as hops do
 *     that are under load all day; else each client begins with none, so that each is a flow of its own at every
 *     balancer
 * @param blocked addresses of clients on the web ACL's block list
 */
public record LabOptions(
        Engine engine,
        ServerOptions models,
        Pace pace,
        Map<HopKind, Duration> delays,
        int zones,
        int pods,
        int threads,
        int port,
        int crowd,
        boolean warm,
        List<String> blocked) {
    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if a number is out of its range, or a delay is negative
     */
    public LabOptions {
        if (zones < 1 || pods < 1 || threads < 1 || crowd < 1) {
            throw new IllegalArgumentException("a lab needs a zone, a pod, a thread and a consumer, not " + zones + ", "
                    + pods + ", " + threads + " and " + crowd);
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
        return new LabOptions(
                Engine.EMBEDDED, ServerOptions.STANDARD, Pace.REAL, Map.of(), 1, 1, 1, 0, 1, false, List.of());
    }

    /** The same with another ingress. */
    public LabOptions on(Engine other) {
        return new LabOptions(other, models, pace, delays, zones, pods, threads, port, crowd, warm, blocked);
    }

    /** The same with models that answer otherwise. */
    public LabOptions with(ServerOptions other) {
        return new LabOptions(engine, other, pace, delays, zones, pods, threads, port, crowd, warm, blocked);
    }

    /** The same on a clock that runs so many times as fast. */
    public LabOptions clock(int factor) {
        return new LabOptions(
                engine, models, Pace.times(factor), delays, zones, pods, threads, port, crowd, warm, blocked);
    }

    /** The same by another clock. */
    public LabOptions clock(Pace other) {
        return new LabOptions(engine, models, other, delays, zones, pods, threads, port, crowd, warm, blocked);
    }

    /** The same with a delay at a hop. */
    public LabOptions inject(HopKind hop, Duration delay) {
        Map<HopKind, Duration> more = new TreeMap<>(delays);
        more.put(hop, delay);
        return new LabOptions(engine, models, pace, more, zones, pods, threads, port, crowd, warm, blocked);
    }

    /** The same in so many zones. */
    public LabOptions inZones(int count) {
        return new LabOptions(engine, models, pace, delays, count, pods, threads, port, crowd, warm, blocked);
    }

    /** The same with so many pods of the ingress in each zone. */
    public LabOptions withPods(int count) {
        return new LabOptions(engine, models, pace, delays, zones, count, threads, port, crowd, warm, blocked);
    }

    /** The same with so many event loops. */
    public LabOptions onThreads(int count) {
        return new LabOptions(engine, models, pace, delays, zones, pods, count, port, crowd, warm, blocked);
    }

    /** The same with the first entry's entrance on that port. */
    public LabOptions atPort(int number) {
        return new LabOptions(engine, models, pace, delays, zones, pods, threads, number, crowd, warm, blocked);
    }

    /** The same with these addresses on the web ACL's block list. */
    public LabOptions blocking(List<String> addresses) {
        return new LabOptions(engine, models, pace, delays, zones, pods, threads, port, crowd, warm, addresses);
    }

    /** The same with clients that stand for so many consumers each. */
    public LabOptions inCrowd(int consumers) {
        return new LabOptions(engine, models, pace, delays, zones, pods, threads, port, consumers, warm, blocked);
    }

    /** The same with layer 7 hops that keep connections to targets for the next client. */
    public LabOptions keptWarm() {
        return new LabOptions(engine, models, pace, delays, zones, pods, threads, port, crowd, true, blocked);
    }

    /** A plan as it holds here. */
    Plan held(Plan plan) {
        return new Plan(
                plan.name(), plan.entries(), plan.isDefault(), plan.rate().times(BigDecimal.valueOf(crowd)), (int)
                        Math.min(Integer.MAX_VALUE, (long) plan.burst() * crowd));
    }
}
