package dev.gatehouse.load;

import dev.gatehouse.lab.Client;
import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.LabOptions;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.server.Answered;
import dev.gatehouse.lab.server.Variant;
import dev.gatehouse.lab.stage.StageCounts;
import dev.gatehouse.measurements.recording.Exchange;
import dev.gatehouse.measurements.recording.Recorder;
import dev.gatehouse.measurements.recording.Tally;
import dev.gatehouse.measurements.schedule.Arrival;
import dev.gatehouse.measurements.schedule.Schedule;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Takes one design through a drill: a lab and the clients that call it, in this process. */
final class DrillRun {
    private static final int PROBES = 3;
    private static final Duration LEAD = Duration.ofMillis(20);

    /** How much longer than a client's patience the last outcome may take: real time. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final DrillPlan plan;
    private final Lab lab;
    private final Schedule schedule;
    private final Model struck;
    private final DrillCaller caller;
    private final Duration patience;

    private DrillRun(DrillPlan plan, Lab lab, Loops loops, Schedule schedule, Model struck) {
        this.plan = plan;
        this.lab = lab;
        this.schedule = schedule;
        this.struck = struck;
        this.patience = Duration.ofNanos(
                plan.pace().nanos(DrillPlan.patience(lab.topology().spec())));
        Topology topology = lab.topology();
        Duration kept = DrillSteps.kept(topology.facts(), topology.spec().region());
        this.caller =
                new DrillCaller(loops, lab, patience.toNanos(), plan.pace().nanos(kept));
    }

    /**
     * Starts the design, calls it, breaks it, and says what it lost.
     *
     * @param loops where the clients live
     * @param schedule when requests leave
     * @param struck the model that a fault of a model strikes
     */
    static DrillOutcome of(DrillPlan plan, Topology topology, Loops loops, Schedule schedule, Model struck)
            throws InterruptedException {
        Optional<String> impossible = plan.drill().impossible(topology.design());
        if (impossible.isPresent()) {
            return DrillOutcome.impossible(topology.design().id(), impossible.get());
        }
        LabOptions options = LabOptions.standard()
                .on(plan.engine())
                .clock(plan.pace().factor())
                .inZones(topology.spec().zones())
                .withPods(plan.drill().pods());
        try (Lab lab = Lab.start(topology, options)) {
            return new DrillRun(plan, lab, loops, schedule, struck).run();
        }
    }

    private DrillOutcome run() throws InterruptedException {
        Map<String, Client> carried = new LinkedHashMap<>();
        List<String> notCarried = new ArrayList<>();
        for (Client client : Client.of(lab)) {
            Optional<Arrival> example = schedule.arrivals().stream()
                    .filter(arrival -> key(arrival).equals(key(client)))
                    .findFirst();
            if (example.isEmpty()) {
                continue;
            }
            Optional<String> refused = refused(client, example.get());
            refused.ifPresentOrElse(
                    why -> notCarried.add(client.model() + " on " + client.entry() + ": " + why),
                    () -> carried.put(key(client), client));
        }
        List<Arrival> sent = schedule.arrivals().stream()
                .filter(arrival -> carried.containsKey(key(arrival)))
                .toList();
        SortedMap<String, SortedMap<String, Long>> hopsBefore = hops();
        long modelsBefore = atModels();
        DrillLosses losses = new DrillLosses(sent.size());
        Tally tally = send(sent, carried, losses);
        DrillOutcome outcome = new DrillOutcome(
                lab.topology().design().id(),
                Optional.empty(),
                notCarried,
                tally,
                losses.early(),
                losses.first(plan.pace()),
                losses.last(plan.pace()),
                since(hopsBefore, hops()),
                atModels() - modelsBefore);
        caller.close();
        return outcome;
    }

    /** Why the design does not carry such requests; empty if it answers one of a few. */
    private Optional<String> refused(Client client, Arrival example) throws InterruptedException {
        String why = "";
        for (int probe = 0; probe < PROBES; probe++) {
            long now = System.nanoTime();
            Recorder recorder = new Recorder(now, patience);
            DrillLosses losses = new DrillLosses(1);
            caller.call(client, example, asking(client, recorder.sent(now, now), losses));
            losses.await(patience.plus(SLACK));
            Tally tally = recorder.finish().tally();
            if (tally.ok() == 1) {
                return Optional.empty();
            }
            why = tally.failed().isEmpty()
                    ? "timed-out"
                    : tally.failed().firstKey().toString();
        }
        return Optional.of(why);
    }

    private Tally send(List<Arrival> arrivals, Map<String, Client> clients, DrillLosses losses)
            throws InterruptedException {
        ScheduledExecutorService faults =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gatehouse-drill-faults"));
        try {
            long start = System.nanoTime() + LEAD.toNanos();
            Recorder recorder = new Recorder(start, patience);
            List<Future<?>> steps = new ArrayList<>();
            for (DrillStep step : plan.steps().all()) {
                steps.add(at(faults, start, step.at(), () -> {
                    if (step.equals(plan.steps().first())) {
                        losses.fault();
                    }
                    step.act().on(lab, struck);
                }));
            }
            for (Arrival arrival : arrivals) {
                long due = start + arrival.atNanos();
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                Client client = clients.get(key(arrival));
                if (client != null) {
                    caller.call(client, arrival, asking(client, recorder.sent(due, System.nanoTime()), losses));
                }
            }
            for (Future<?> step : steps) {
                step.get();
            }
            end(faults);
            losses.await(patience.plus(SLACK));
            return recorder.finish().tally();
        } catch (ExecutionException e) {
            throw new IllegalStateException(plan.drill().word() + " went wrong: " + e.getMessage(), e);
        } finally {
            faults.shutdownNow();
        }
    }

    /** Waits until the thread of the faults is gone. */
    private void end(ScheduledExecutorService faults) throws InterruptedException {
        faults.shutdown();
        if (!faults.awaitTermination(SLACK.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(plan.drill().word() + " does not end");
        }
    }

    private Future<?> at(ScheduledExecutorService faults, long start, Duration time, Runnable what) {
        return faults.schedule(what, start + plan.pace().nanos(time) - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private DrillAsking asking(Client client, Exchange exchange, DrillLosses losses) {
        boolean ingress = lab.topology().design().has(HopKind.AMBASSADOR);
        HopKind silent = ingress ? HopKind.AMBASSADOR : HopKind.MODEL_SERVICE;
        return new DrillAsking(exchange, losses, new Edge(client.edge(), silent.id()));
    }

    private long atModels() {
        return lab.models().answered().stream()
                .filter(served -> served.variant() != Variant.SHADOW)
                .mapToLong(Answered::requests)
                .sum();
    }

    private SortedMap<String, SortedMap<String, Long>> hops() {
        SortedMap<String, SortedMap<String, Long>> hops = new TreeMap<>();
        for (StageCounts stage : lab.counts()) {
            SortedMap<String, Long> reasons = hops.computeIfAbsent(stage.hop(), none -> new TreeMap<>());
            stage.refused().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        }
        return hops;
    }

    private static SortedMap<String, SortedMap<String, Long>> since(
            SortedMap<String, SortedMap<String, Long>> before, SortedMap<String, SortedMap<String, Long>> after) {
        SortedMap<String, SortedMap<String, Long>> since = new TreeMap<>();
        after.forEach((hop, reasons) -> {
            SortedMap<String, Long> more = new TreeMap<>();
            reasons.forEach((reason, count) -> {
                long grown = count - before.getOrDefault(hop, new TreeMap<>()).getOrDefault(reason, 0L);
                if (grown > 0) {
                    more.put(reason, grown);
                }
            });
            if (!more.isEmpty()) {
                since.put(hop, more);
            }
        });
        return since;
    }

    private static String key(Arrival arrival) {
        return arrival.traffic().entry() + "/" + arrival.traffic().model();
    }

    private static String key(Client client) {
        return client.entry() + "/" + client.model();
    }
}
