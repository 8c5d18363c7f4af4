package dev.gatehouse.lab.ingress;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a request for a shadow. Its answer is thrown away, and what goes wrong with it concerns nobody. A body that
 * waits for the shadow is kept up to a bound; beyond it the copy is given up, so that a slow shadow slows no client.
 */
final class Copy implements Turn {
    private static final int KEPT = 1024 * 1024;

    private final HttpRequest head;
    private final Cluster cluster;
    private final EventLoop loop;
    private final Deque<HttpContent> held = new ArrayDeque<>(2);
    private @Nullable Line line;
    private int heldBytes;
    private boolean whole;
    private boolean reusable = true;
    private boolean over;

    Copy(HttpRequest head, Cluster cluster, EventLoop loop) {
        this.head = head;
        this.cluster = cluster;
        this.loop = loop;
    }

    /** Sends it, for as long as a route lets the request itself take; 0 for ever. */
    void begin(long nanos) {
        if (!cluster.breaker("default").requests.enter()) {
            over = true;
            return;
        }
        if (nanos > 0) {
            loop.schedule(this::giveUp, nanos, TimeUnit.NANOSECONDS);
        }
        cluster.hosts(loop).acquire(this);
    }

    /** A part of the body; it is released here. */
    void body(HttpContent content) {
        whole |= content instanceof LastHttpContent;
        Line open = line;
        if (over) {
            content.release();
        } else if (open != null && open.channel().isWritable()) {
            open.channel().writeAndFlush(content);
        } else {
            heldBytes += content.content().readableBytes();
            held.add(content);
            if (heldBytes > KEPT) {
                giveUp();
            }
        }
    }

    @Override
    public void opened(Line opened) {
        if (over) {
            opened.close();
            return;
        }
        line = opened;
        opened.channel().write(head);
        writable();
    }

    @Override
    public void writable() {
        Line open = line;
        if (open != null) {
            for (HttpContent content = held.pollFirst(); content != null; content = held.pollFirst()) {
                open.channel().write(content);
            }
            heldBytes = 0;
            open.channel().flush();
        }
    }

    @Override
    public void answered(HttpObject part) {
        if (part instanceof HttpResponse response) {
            reusable = HttpUtil.isKeepAlive(response);
        }
        boolean last = part instanceof LastHttpContent;
        ReferenceCountUtil.release(part);
        Line open = line;
        if (last && open != null && !over) {
            end();
            cluster.hosts(loop).release(open, reusable && whole);
        }
    }

    @Override
    public void paused() {}

    @Override
    public void failed(Failure failure) {
        end();
    }

    @Override
    public void broken() {
        end();
    }

    private void giveUp() {
        if (over) {
            return;
        }
        Line open = line;
        cluster.hosts(loop).cancel(this);
        end();
        if (open != null) {
            open.close();
        }
    }

    private void end() {
        if (!over) {
            over = true;
            line = null;
            cluster.breaker("default").requests.leave();
            held.forEach(ReferenceCountUtil::release);
            held.clear();
        }
    }
}
