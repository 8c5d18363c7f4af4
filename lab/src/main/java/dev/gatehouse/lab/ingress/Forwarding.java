package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Mirror;
import dev.gatehouse.ambassador.route.Route;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to an upstream and its answer on the way back: tries, timeouts, copies. For one event loop.
 *
 * <p>The client is read no faster than the upstream takes, and the upstream no faster than the client does.
 */
final class Forwarding implements Turn {
    /** How long Envoy lets a stream be silent where nothing is said. */
    static final Duration SILENCE = Duration.ofMinutes(5);

    private static final int KEPT = 1024 * 1024;

    private final Exchange exchange;
    private final Action.Forward forward;
    private final Cluster cluster;
    private final Breaker breaker;
    private final Alarm alarm;
    private final Tries tries;
    private final Limits limits;
    private final HttpRequest head;
    private final String upgrade;
    private final boolean keepsBody;
    private final long begun;
    private List<HttpContent> waiting = new ArrayList<>(2);
    private final List<HttpContent> kept = new ArrayList<>(0);
    private final List<Copy> copies = new ArrayList<>(0);
    private @Nullable Line line;
    private int keptBytes;
    private boolean counted;
    private boolean retrying;
    private boolean unflushed;
    private boolean requestWhole;
    private boolean reusable;
    private boolean over;
    private long wholeAt;
    private long tryAt;
    private long heardAt;

    Forwarding(Exchange exchange, Asked asked, Route route, Action.Forward forward, Cluster cluster) {
        this.exchange = exchange;
        this.forward = forward;
        this.cluster = cluster;
        this.breaker = cluster.breaker(forward.extras().priority());
        this.alarm = exchange.client().alarm();
        this.tries = new Tries(forward.retry());
        this.limits = Limits.of(forward);
        this.keepsBody = tries.keepsBody();
        this.upgrade = asked.upgrade();
        this.begun = alarm.now();
        this.heardAt = begun;
        this.head = Outgoing.request(
                asked, route, forward, cluster, exchange.routing().manners());
    }

    /** Begins; the copies are decided by the same draw as the route. */
    void begin(int draw) {
        for (Mirror mirror : forward.mirrors()) {
            Cluster shadow = exchange.routing().cluster(mirror.upstream());
            if (shadow != null && draw < mirror.percent()) {
                Copy copy =
                        new Copy(Outgoing.copy(head), shadow, exchange.client().loop());
                copies.add(copy);
                copy.begin(limits.wholeNanos());
            }
        }
        if (!breaker.requests.enter()) {
            exchange.reply(503, Replies.OVERFLOW, Map.of("x-envoy-overloaded", "true"));
            return;
        }
        counted = true;
        watch();
        ask();
    }

    private void ask() {
        cluster.hosts(exchange.client().loop()).acquire(this);
    }

    @Override
    public void opened(Line opened) {
        if (over) {
            opened.close();
            return;
        }
        line = opened;
        tryAt = alarm.now();
        opened.channel()
                .write(new DefaultHttpRequest(head.protocolVersion(), head.method(), head.uri(), sentHeaders()));
        unflushed = true;
        kept.forEach(content -> opened.channel().write(content.retainedDuplicate()));
        List<HttpContent> now = waiting;
        waiting = new ArrayList<>(0);
        now.forEach(this::send);
        if (opened.channel().isWritable()) {
            writable();
        }
        if (!exchange.client().isReading()) {
            flush();
        }
        watch();
    }

    /** A try may change headers (HTTP/2 takes some away), and another one needs them. */
    private HttpHeaders sentHeaders() {
        return keepsBody || cluster.http2() ? head.headers().copy() : head.headers();
    }

    /** A part of the request's body; it is released here. */
    void body(HttpContent content) {
        heardAt = alarm.now();
        if (content instanceof LastHttpContent) {
            requestWhole = true;
            wholeAt = heardAt;
            watch();
        }
        if (over) {
            content.release();
            return;
        }
        copies.forEach(copy -> copy.body(content.retainedDuplicate()));
        if (line == null) {
            waiting.add(content);
            if (!requestWhole && waiting.size() > 4) {
                exchange.client().channel().config().setAutoRead(false);
            }
        } else {
            send(content);
            if (requestWhole) {
                flush();
            }
        }
    }

    private void send(HttpContent content) {
        Line open = line;
        if (open == null) {
            waiting.add(content);
            return;
        }
        if (keepsBody && keptBytes <= KEPT) {
            keptBytes += content.content().readableBytes();
            if (keptBytes <= KEPT) {
                kept.add(content.retainedDuplicate());
            } else {
                releaseKept();
            }
        }
        open.channel().write(content);
        unflushed = true;
        if (!open.channel().isWritable()) {
            open.channel().flush();
            exchange.client().channel().config().setAutoRead(open.channel().isWritable());
        }
    }

    void flush() {
        Line open = line;
        if (unflushed && open != null) {
            unflushed = false;
            open.channel().flush();
        }
    }

    @Override
    public void writable() {
        exchange.client().channel().config().setAutoRead(true);
        exchange.client().channel().flush(); // HTTP/2: there may be room that the client must be told of
    }

    void clientWritable() {
        Line open = line;
        if (open != null) {
            open.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void paused() {
        exchange.client().channel().flush();
    }

    @Override
    public void answered(HttpObject part) {
        heardAt = alarm.now();
        if (part.decoderResult().isFailure()) {
            ReferenceCountUtil.release(part);
            dropLine();
            broken();
            return;
        }
        if (part instanceof HttpResponse response) {
            answered(response);
        } else if (part instanceof HttpContent content && exchange.hasBegunAnswer() && !over) {
            passOn(content);
        } else {
            ReferenceCountUtil.release(part);
        }
    }

    private void answered(HttpResponse response) {
        int status = response.status().code();
        Line open = line;
        if (open == null) {
            ReferenceCountUtil.release(response);
        } else if (status == 101 && !upgrade.isEmpty()) {
            tunnel(response, open);
        } else if (status < 200) {
            ReferenceCountUtil.release(response);
        } else if (!exchange.hasBegunAnswer() && tries.wants(status) && again()) {
            ReferenceCountUtil.release(response);
        } else {
            reusable = HttpUtil.isKeepAlive(response);
            releaseKept();
            dress(response.headers());
            boolean whole = response instanceof LastHttpContent;
            if (whole) {
                giveBack();
            }
            exchange.answer(response);
            holdBack();
        }
    }

    private void dress(HttpHeaders headers) {
        Outgoing.answer(headers, exchange.routing().manners(), forward, heardAt - tryAt);
    }

    private void passOn(HttpContent content) {
        if (content instanceof LastHttpContent) {
            giveBack();
        }
        exchange.answer(content);
        holdBack();
    }

    private void holdBack() {
        Line open = line;
        if (open != null && !exchange.client().channel().isWritable()) {
            exchange.client().channel().flush();
            open.channel().config().setAutoRead(exchange.client().channel().isWritable());
        }
    }

    private void tunnel(HttpResponse response, Line open) {
        line = null;
        over = true;
        releaseAll();
        dress(response.headers());
        response.headers().set("connection", "Upgrade").set("upgrade", upgrade);
        Tunnel.between(exchange.client().channel(), open, response, limits.idleNanos(), breaker.requests::leave);
        counted = false;
        exchange.handedOver();
    }

    @Override
    public void failed(Failure failure) {
        if (over) {
            return;
        }
        if (failure == Failure.OVERFLOW) {
            exchange.reply(503, Replies.OVERFLOW, Map.of("x-envoy-overloaded", "true"));
        } else if (!tries.wantsAfterConnectFailure() || !again()) {
            exchange.reply(503, Replies.NO_CONNECTION, Map.of());
        }
    }

    @Override
    public void broken() {
        line = null;
        if (!over && (exchange.hasBegunAnswer() || !tries.wantsAfterReset() || !again())) {
            exchange.reply(503, Replies.RESET, Map.of());
        }
    }

    /** Tries once more, if the circuit breaker lets it and the body is still there. */
    private boolean again() {
        if (keptBytes > KEPT || !cluster.breaker("default").retries.enter()) {
            return false;
        }
        dropLine();
        retrying = true;
        exchange.client()
                .loop()
                .schedule(
                        () -> {
                            retrying = false;
                            cluster.breaker("default").retries.leave();
                            if (!over) {
                                ask();
                            }
                        },
                        tries.next(),
                        TimeUnit.MILLISECONDS);
        return true;
    }

    void timeUp() {
        long now = alarm.now();
        long whole = limits.wholeNanos();
        long perTry = tries.perTry().toNanos();
        if (requestWhole && upgrade.isEmpty() && whole > 0 && now - wholeAt >= whole) {
            exchange.reply(504, Replies.TIMEOUT, Map.of());
        } else if (now - heardAt >= limits.idleNanos()) {
            exchange.reply(requestWhole ? 504 : 408, Replies.IDLE, Map.of());
        } else if (perTry > 0 && line != null && !exchange.hasBegunAnswer() && now - tryAt >= perTry) {
            if (!tries.wantsAfterReset() || !again()) {
                exchange.reply(504, Replies.TIMEOUT, Map.of());
            }
        } else {
            watch();
        }
    }

    /** Sets the alarm to what ends first. */
    private void watch() {
        if (over || retrying) {
            return;
        }
        long first = heardAt + limits.idleNanos();
        long whole = limits.wholeNanos();
        if (requestWhole && upgrade.isEmpty() && whole > 0) {
            first = Math.min(first, wholeAt + whole);
        }
        long perTry = tries.perTry().toNanos();
        if (perTry > 0 && line != null && !exchange.hasBegunAnswer()) {
            first = Math.min(first, tryAt + perTry);
        }
        alarm.set(first);
    }

    private void giveBack() {
        Line open = line;
        line = null;
        over = true;
        uncount();
        if (open != null) {
            cluster.hosts(exchange.client().loop()).release(open, reusable && requestWhole);
        }
        releaseAll();
    }

    private void dropLine() {
        Line open = line;
        line = null;
        if (open != null) {
            open.close();
        }
    }

    /** Stops whatever is under way; what was copied goes on. */
    void stop() {
        if (over) {
            return;
        }
        over = true;
        cluster.hosts(exchange.client().loop()).cancel(this);
        dropLine();
        uncount();
        releaseAll();
    }

    private void uncount() {
        if (counted) {
            counted = false;
            breaker.requests.leave();
        }
    }

    private void releaseKept() {
        kept.forEach(ReferenceCountUtil::release);
        kept.clear();
    }

    private void releaseAll() {
        releaseKept();
        waiting.forEach(ReferenceCountUtil::release);
        waiting = new ArrayList<>(0);
    }
}
