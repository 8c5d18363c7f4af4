package dev.gatehouse.lab.stage;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Holds everything back for a while on its way to the target, in order: what is sent in a burst arrives in a burst.
 *
 * <p>The loop's timer counts milliseconds, so the last one is waited out turn by turn.
 */
final class DelayLine extends ChannelOutboundHandlerAdapter {
    private static final long TIMER_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private record Held(Object message, ChannelPromise promise, long due) {}

    private final long delayNanos;
    private final Queue<Held> held = new ArrayDeque<>();
    private boolean waiting;

    DelayLine(long delayNanos) {
        this.delayNanos = delayNanos;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        held.add(new Held(msg, promise, System.nanoTime() + delayNanos));
        if (!waiting) {
            waiting = true;
            await(ctx, delayNanos);
        }
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        // everything is flushed when it is due
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        release(ctx, true);
        ctx.close(promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        release(ctx, true);
    }

    private void await(ChannelHandlerContext ctx, long nanos) {
        if (nanos > TIMER_NANOS) {
            ctx.executor().schedule(() -> due(ctx), nanos - TIMER_NANOS, TimeUnit.NANOSECONDS);
        } else {
            ctx.executor().execute(() -> due(ctx));
        }
    }

    private void due(ChannelHandlerContext ctx) {
        release(ctx, false);
        Held next = held.peek();
        waiting = next != null;
        if (next != null) {
            await(ctx, next.due() - System.nanoTime());
        }
    }

    private void release(ChannelHandlerContext ctx, boolean all) {
        boolean any = false;
        for (Held next = held.peek();
                next != null && (all || next.due() - System.nanoTime() <= 0);
                next = held.peek()) {
            held.remove();
            ctx.write(next.message(), next.promise());
            any = true;
        }
        if (any) {
            ctx.flush();
        }
    }
}
