package dev.gatehouse.lab.stage;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** A stage's counters. Thread-safe. */
public final class Tally {
    private final String hop;
    private final String door;
    private final LongAdder connections = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder passed = new LongAdder();
    private final Map<Reason, LongAdder> refused = new EnumMap<>(Reason.class);

    /**
     * Counters at zero.
     *
     * @param hop the kind of the hop that the stage stands in for
     * @param door which of its listeners
     */
    public Tally(String hop, String door) {
        this.hop = hop;
        this.door = door;
        for (Reason reason : Reason.values()) {
            refused.put(reason, new LongAdder());
        }
    }

    /** The kind of the hop. */
    public String hop() {
        return hop;
    }

    /** How they stand now. */
    public StageCounts counts() {
        SortedMap<String, Long> reasons = new TreeMap<>();
        refused.forEach((reason, count) -> {
            if (count.sum() > 0) {
                reasons.put(reason.word(), count.sum());
            }
        });
        return new StageCounts(hop, door, connections.sum(), requests.sum(), passed.sum(), reasons);
    }

    void connected() {
        connections.increment();
    }

    void asked() {
        requests.increment();
    }

    void passed() {
        passed.increment();
    }

    void refused(Reason reason) {
        LongAdder count = refused.get(reason);
        if (count != null) {
            count.increment();
        }
    }
}
