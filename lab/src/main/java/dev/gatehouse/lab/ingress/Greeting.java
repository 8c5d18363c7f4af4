package dev.gatehouse.lab.ingress;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A connection that is made before anybody needs it: a service that has 100 ms for its answer should not spend them on
 * the first handshake of a Java process.
 */
final class Greeting implements Turn {
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch left;

    private Greeting(CountDownLatch left) {
        this.left = left;
    }

    /** Connects every event loop to every cluster; returns when all have tried. */
    static void all(List<Cluster> clusters, List<EventLoop> loops) {
        CountDownLatch left = new CountDownLatch(clusters.size() * loops.size());
        for (Cluster cluster : clusters) {
            for (EventLoop loop : loops) {
                loop.execute(() -> cluster.hosts(loop).acquire(new Greeting(left)));
            }
        }
        try {
            left.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void opened(Line line) {
        line.close();
        left.countDown();
    }

    @Override
    public void failed(Failure failure) {
        left.countDown();
    }

    @Override
    public void answered(HttpObject part) {
        ReferenceCountUtil.release(part);
    }

    @Override
    public void paused() {}

    @Override
    public void broken() {}

    @Override
    public void writable() {}
}
