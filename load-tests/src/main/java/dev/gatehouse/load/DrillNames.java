package dev.gatehouse.load;

import dev.gatehouse.lab.Client;
import dev.gatehouse.lab.Lab;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a drill's clients know of the names that they call. There are {@value #RESOLVERS} of them, each with a memory of
 * its own: it asks again when an answer is as old as it may be kept, and they do so one after the other, so that what
 * changes in a name reaches them evenly over that time. For one thread.
 */
final class DrillNames {
    private static final int RESOLVERS = 16;

    private final Lab lab;
    private final long keptNanos;
    private final long start = System.nanoTime();
    private final Map<List<Object>, Answer> answers = new HashMap<>();

    private record Answer(long period, List<InetSocketAddress> nodes) {}

    /**
     * Nothing is known yet.
     *
     * @param keptNanos how long an answer is kept, in real nanoseconds; 0: it is not
     */
    DrillNames(Lab lab, long keptNanos) {
        this.lab = lab;
        this.keptNanos = keptNanos;
    }

    /**
     * Where a new connection goes: to each node as often.
     *
     * @param draw decides who connects, and to which node
     */
    InetSocketAddress of(Client client, long draw) {
        int who = (int) Math.floorMod(draw >>> 1, (long) RESOLVERS);
        List<InetSocketAddress> nodes = keptNanos == 0 ? now(client) : remembered(client, who);
        return nodes.get((int) Math.floorMod(draw >>> 8, (long) nodes.size()));
    }

    private List<InetSocketAddress> remembered(Client client, int who) {
        long age = System.nanoTime() - start + keptNanos * who / RESOLVERS;
        long period = age / keptNanos;
        List<Object> key = List.of(client.entry(), client.model(), who);
        Answer known = answers.get(key);
        if (known == null || known.period() != period) {
            known = new Answer(period, now(client));
            answers.put(key, known);
        }
        return known.nodes();
    }

    private List<InetSocketAddress> now(Client client) {
        return lab.nodes(client.entry(), client.model());
    }
}
