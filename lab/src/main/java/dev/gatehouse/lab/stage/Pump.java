package dev.gatehouse.lab.stage;

import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Loops;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stage at layer 4: it joins each connection with one to a target and passes bytes both ways, reading no more from
 * one side than the other has taken. Thread-safe.
 */
public final class Pump implements Stage {
    private final Endpoint endpoint;
    private final Tally tally;
    private final Set<Channel> upstream;

    private Pump(Endpoint endpoint, Tally tally, Set<Channel> upstream) {
        this.endpoint = endpoint;
        this.tally = tally;
        this.upstream = upstream;
    }

    /** Opens a stage on a free port. */
    public static Pump open(Loops loops, int port, PumpSettings settings, Tally tally) {
        Set<Channel> upstream = ConcurrentHashMap.newKeySet();
        Endpoint endpoint = loops.listen(port, client -> {
            client.config().setAutoRead(false);
            client.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
            tally.connected();
            settings.ends().ifPresent(tls -> client.pipeline().addLast(tls.handler()));
            client.pipeline().addLast(new PumpedConnection(loops, settings, tally, upstream));
        });
        return new Pump(endpoint, tally, upstream);
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public int resetUpstream() {
        return Reset.all(upstream);
    }
}
