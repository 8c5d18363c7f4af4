package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Authorization;
import dev.gatehouse.ambassador.route.Globals.OutsideService;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.lab.http.Grpc;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request: which route takes it, who is asked before, and what the client gets in the end. For one event loop.
 *
 * <p>It ends when both the request and its answer have come as a whole, so that the next request on the connection
 * finds nothing of this one.
 */
final class Exchange {
    private static final List<String> HEALTH_CHECKS =
            List.of("/ambassador/v0/check_alive", "/ambassador/v0/check_ready");
    private static final int HELD = 64 * 1024;

    private final ClientSide client;
    private final Routing routing;
    private final Deque<HttpContent> held = new ArrayDeque<>(2);
    private @Nullable Forwarding forwarding;
    private int heldBytes;
    private boolean requestWhole;
    private boolean answerBegun;
    private boolean answerWhole;
    private boolean keepAlive = true;
    private boolean grpc;
    private boolean over;

    Exchange(ClientSide client) {
        this.client = client;
        this.routing = client.ingress().routing();
    }

    ClientSide client() {
        return client;
    }

    Routing routing() {
        return routing;
    }

    boolean hasWholeRequest() {
        return requestWhole;
    }

    boolean hasBegunAnswer() {
        return answerBegun;
    }

    /** The head of the request; its headers are changed. */
    void begin(HttpRequest request) {
        Caller caller = client.caller();
        keepAlive = HttpUtil.isKeepAlive(request);
        String type = request.headers().get("content-type");
        grpc = type != null && Grpc.is(type);
        Door door = routing.doors().get(client.port());
        Door.Chain chain = door == null ? null : door.chain(caller.tls(), caller.serverName());
        if (door == null || chain == null) {
            abort();
            return;
        }
        if (HttpUtil.is100ContinueExpected(request)) {
            client.channel()
                    .writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
        Arrival arrival = Arrival.of(request, caller, door.listener(), routing.manners());
        if (arrival.refusal() != 0) {
            keepAlive &= !request.decoderResult().isFailure();
            reply(arrival.refusal(), arrival.refusal() == 426 ? "Upgrade Required" : "", Map.of());
            return;
        }
        HostRoutes routes = chain.hosts().find(arrival.asked().authority());
        int draw = client.ingress().draw().next();
        routed(arrival, routes == null ? null : routes.pick(arrival.asked(), draw), draw);
    }

    private void routed(Arrival arrival, @Nullable Route route, int draw) {
        Asked asked = arrival.asked();
        String upgrade = asked.upgrade();
        if (!upgrade.isEmpty() && route != null && !upgradable(route, upgrade)) {
            reply(403, "", Map.of());
            return;
        }
        Optional<OutsideService> authorizer = routing.manners().authorizer();
        if (authorizer.isPresent() && authorizer.get().broken() && !HEALTH_CHECKS.contains(asked.target())) {
            reply(500, "the AuthService is misconfigured", Map.of());
            return;
        }
        boolean bypassed = route != null && route.action().authorization() instanceof Authorization.Bypass;
        if (authorizer.isEmpty() || authorizer.get().broken() || bypassed) {
            limited(arrival, route, draw);
            return;
        }
        new AuthorizationCheck(authorizer.get(), this).ask(arrival, route, () -> limited(arrival, route, draw));
    }

    private void limited(Arrival arrival, @Nullable Route route, int draw) {
        Optional<OutsideService> limiter = routing.manners().limiter();
        if (limiter.isPresent()
                && route != null
                && route.action() instanceof Action.Forward forward
                && !forward.extras().rateLimits().isEmpty()) {
            new LimitCheck(limiter.get(), this).ask(arrival, forward, () -> go(arrival, route, draw));
        } else {
            go(arrival, route, draw);
        }
    }

    private void go(Arrival arrival, @Nullable Route route, int draw) {
        if (over) {
            return;
        }
        if (route == null) {
            reply(404, "", Map.of());
        } else if (route.action() instanceof Action.Forward forward) {
            Cluster cluster = routing.cluster(forward.upstream());
            if (cluster == null) {
                reply(503, "", Map.of());
                return;
            }
            Forwarding begun = new Forwarding(this, arrival.asked(), route, forward, cluster);
            forwarding = begun;
            begun.begin(draw);
            for (HttpContent content = held.pollFirst(); content != null; content = held.pollFirst()) {
                begun.body(content);
            }
            begun.flush();
            client.channel().config().setAutoRead(true);
        } else {
            int status = route.action() instanceof Action.Redirect redirect ? redirect.status() : 301;
            reply(status, "", Map.of("location", Outgoing.location(arrival.asked(), route)));
        }
    }

    private static boolean upgradable(Route route, String upgrade) {
        return route.action() instanceof Action.Forward forward
                && forward.extras().upgrades().stream().anyMatch(upgrade::equalsIgnoreCase);
    }

    /** A part of the request's body; it is released here. */
    void body(HttpContent content) {
        requestWhole |= content instanceof LastHttpContent;
        Forwarding asking = forwarding;
        if (over || answerWhole) {
            content.release();
            endIfWhole();
        } else if (asking != null) {
            asking.body(content);
            if (over || answerWhole) {
                endIfWhole();
            }
        } else {
            held.add(content);
            heldBytes += content.content().readableBytes();
            if (heldBytes > HELD) {
                client.channel().config().setAutoRead(false);
            }
        }
    }

    /** Answers by itself, if no answer has begun; else the client sees the answer break off. */
    void reply(int status, String body, Map<String, String> headers) {
        if (over) {
            return;
        }
        if (answerBegun) {
            abort();
            return;
        }
        FullHttpResponse reply = Replies.of(status, body, headers, grpc);
        reply.headers().set("server", routing.manners().serverName());
        stopForwarding();
        answer((HttpResponse) reply);
    }

    /** The head of an answer, and perhaps all of it. */
    void answer(HttpResponse head) {
        answerBegun = true;
        if (!client.caller().http2()) {
            head.setProtocolVersion(HttpVersion.HTTP_1_1);
            boolean framed = HttpUtil.isContentLengthSet(head) || HttpUtil.isTransferEncodingChunked(head);
            int status = head.status().code();
            if (!framed && status >= 200 && status != 204 && status != 304) {
                HttpUtil.setTransferEncodingChunked(head, true);
            }
            if (!keepAlive) {
                head.headers().set("connection", "close");
            }
        }
        if (head instanceof LastHttpContent) {
            client.channel().writeAndFlush(head);
            answered();
        } else {
            client.channel().write(head);
        }
    }

    /** A part of the answer's body. */
    void answer(HttpContent part) {
        if (part instanceof LastHttpContent) {
            client.channel().writeAndFlush(part);
            answered();
        } else {
            client.channel().write(part);
        }
    }

    private void answered() {
        answerWhole = true;
        releaseHeld();
        endIfWhole();
    }

    private void endIfWhole() {
        if (!over && answerWhole && requestWhole) {
            over = true;
            stopForwarding();
            client.done(keepAlive);
        } else if (!over && answerWhole) {
            client.channel().config().setAutoRead(true);
        }
    }

    /** Breaks the client's connection or stream off. */
    void abort() {
        if (!over) {
            over = true;
            stopForwarding();
            releaseHeld();
            client.abort();
        }
    }

    /** The connection belongs to a tunnel from now on. */
    void handedOver() {
        over = true;
        client.handOver();
    }

    void clientGone() {
        over = true;
        stopForwarding();
        releaseHeld();
    }

    void clientWritable() {
        Forwarding asking = forwarding;
        if (asking != null) {
            asking.clientWritable();
        }
    }

    void clientPaused() {
        Forwarding asking = forwarding;
        if (asking != null) {
            asking.flush();
        }
    }

    void timeUp() {
        Forwarding asking = forwarding;
        if (asking != null) {
            asking.timeUp();
        }
    }

    boolean isOver() {
        return over;
    }

    private void stopForwarding() {
        Forwarding asking = forwarding;
        if (asking != null) {
            asking.stop();
        }
    }

    private void releaseHeld() {
        held.forEach(HttpContent::release);
        held.clear();
    }
}
