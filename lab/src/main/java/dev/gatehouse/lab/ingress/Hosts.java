package dev.gatehouse.lab.ingress;

import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The hosts of an upstream as one event loop sees them, each with a pool: a host is chosen before a connection is, so
 * that one that has died is still asked in its turn until somebody leaves it out. For that event loop only.
 */
final class Hosts {
    private final Cluster cluster;
    private final EventLoop loop;
    private final Map<InetSocketAddress, Pool> pools = new HashMap<>();

    Hosts(Cluster cluster, EventLoop loop) {
        this.cluster = cluster;
        this.loop = loop;
    }

    /** Asks the next host for a line; the answer may come before this returns. */
    void acquire(Turn turn) {
        Optional<InetSocketAddress> host = cluster.nextHost();
        if (host.isEmpty()) {
            turn.failed(Turn.Failure.CONNECT);
        } else {
            pool(host.get()).acquire(turn);
        }
    }

    /** Asks no longer. */
    void cancel(Turn turn) {
        pools.values().forEach(pool -> pool.cancel(turn));
    }

    /** Takes a line back whose answer has come as a whole. */
    void release(Line line, boolean reusable) {
        pool(line.host()).release(line, reusable);
    }

    /** Keeps no connection any more. */
    void retire() {
        pools.values().forEach(Pool::retire);
    }

    private Pool pool(InetSocketAddress host) {
        return pools.computeIfAbsent(host, chosen -> new Pool(cluster, loop, chosen));
    }
}
