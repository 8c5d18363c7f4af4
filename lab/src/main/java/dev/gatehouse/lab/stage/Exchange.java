package dev.gatehouse.lab.stage;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Lives on the loop of its client's connection. */
final class Exchange {
    private static final int MANY_PARTS = 64;

    private final ChannelHandlerContext client;
    private final Conversation conversation;
    private final HttpRequest head;
    private final Asked asked;
    private final Judging judging;
    private final List<Object> pending = new ArrayList<>(2);
    private final List<Object> held = new ArrayList<>();
    private final WaitingHead towardsTarget = new WaitingHead();
    private final WaitingHead towardsClient = new WaitingHead();
    private final boolean grpc;
    private @Nullable Route route;
    private @Nullable Upstream upstream;
    private boolean keepAlive;
    private boolean requestWhole;
    private boolean answerBegun;
    private boolean answerWhole;
    private boolean skipLast;
    private boolean counted;
    private boolean upgrade;
    private boolean targetKeepsAlive = true;
    private long bodyBytes;
    private long heldBytes;

    Exchange(ChannelHandlerContext client, Conversation conversation, HttpRequest head) {
        this.client = client;
        this.conversation = conversation;
        this.head = head;
        this.asked = new Asked(head, Heads.host(head), conversation.address(), conversation.certificate());
        this.judging = new Judging(asked);
        this.grpc = Heads.isGrpc(head);
        this.keepAlive = conversation.isHttp2() || HttpUtil.isKeepAlive(head);
        this.requestWhole =
                head instanceof LastHttpContent || head.decoderResult().isFailure();
    }

    boolean hasWholeRequest() {
        return requestWhole;
    }

    void begin() {
        Optional<Refusal> wrong = Admission.refusal(asked, conversation.settings());
        if (wrong.isPresent()) {
            keepAlive = keepAlive && head.decoderResult().isSuccess();
            refuse(wrong.get());
            return;
        }
        Routing routing = conversation.settings().router().route(asked.host(), head);
        if (routing instanceof Refusal refusal) {
            refuse(refusal);
            return;
        }
        Route chosen = (Route) routing;
        route = chosen;
        upgrade = Heads.isWebSocket(head);
        Optional<Refusal> refusal = judging.head(chosen.checks());
        if (refusal.isPresent()) {
            refuse(refusal.get());
            return;
        }
        pending.add(head);
        if (judging.wantsBody() && !requestWhole) {
            if (HttpUtil.is100ContinueExpected(head)) {
                client.writeAndFlush(Admission.goOn());
                head.headers().remove(HttpHeaderNames.EXPECT);
            }
        } else {
            forward(chosen);
        }
    }

    /** A part of the request's body has come. */
    void part(HttpContent part) {
        requestWhole = part instanceof LastHttpContent;
        conversation.watch().touch();
        if (answerWhole) {
            part.release();
            endIfWhole();
            return;
        }
        bodyBytes += part.content().readableBytes();
        if (bodyBytes > conversation.settings().limits().bodyBytes()) {
            part.release();
            if (answerBegun) {
                fail(Reason.LONG_BODY);
            } else {
                refuse(Admission.longBody(conversation.settings()));
            }
            return;
        }
        if (upstream != null) {
            towardsTarget.write(upstream.channel(), part);
            return;
        }
        pending.add(part);
        if (judging.wantsBody()) {
            inspect(part);
        } else if (pending.size() > MANY_PARTS) {
            client.channel().config().setAutoRead(false);
        }
    }

    private void inspect(HttpContent part) {
        Optional<Refusal> refusal = judging.body(part.content(), requestWhole);
        if (refusal.isPresent()) {
            refuse(refusal.get());
        } else if (!judging.wantsBody() && route != null) {
            forward(route);
        }
    }

    private void forward(Route chosen) {
        InetSocketAddress source = (InetSocketAddress)
                (conversation.isHttp2() ? client.channel().parent() : client.channel()).remoteAddress();
        Optional<InetSocketAddress> target = chosen.targets().of(source);
        if (target.isEmpty()) {
            refuse(Admission.noTarget(conversation.settings(), "no target is healthy"));
            return;
        }
        Heads.towardsTarget(asked, conversation.settings(), chosen, upgrade);
        if (conversation.isHttp2() || grpc) {
            Heads.withoutExtensions(head.headers());
        }
        conversation.watch().over(this, chosen.totalNanos(), chosen.idleNanos());
        UpstreamPool.Target to = UpstreamPool.Target.of(target.get(), chosen);
        Upstream waiting = grpc ? null : conversation.pool().idle(to);
        if (waiting != null) {
            attach(waiting);
            return;
        }
        conversation.pool().open(to, grpc, opened -> {
            if (opened == null) {
                if (!answerWhole) {
                    refuse(Admission.noTarget(conversation.settings(), "the target takes no connection"));
                }
            } else if (answerWhole) {
                opened.channel().close();
            } else {
                attach(opened);
                flushTarget();
            }
        });
    }

    /** Begins to write; the end of what is being read flushes. */
    private void attach(Upstream ready) {
        upstream = ready;
        ready.serve(this);
        if (pending.size() == 1 && !requestWhole) {
            towardsTarget.await(head);
        } else {
            pending.forEach(ready.channel()::write);
        }
        pending.clear();
        if (!client.channel().config().isAutoRead()) {
            client.channel().config().setAutoRead(true);
        }
    }

    /** The target has sent a piece of its answer. */
    void answered(Object msg) {
        conversation.watch().touch();
        Route chosen = route;
        if (chosen == null || answerWhole) {
            ReferenceCountUtil.release(msg);
            return;
        }
        if (msg instanceof HttpResponse answer) {
            if (answer.status().code() == 101 && upgrade) {
                becomeTunnel(answer, chosen);
                return;
            }
            if (answer.status().code() < 200) {
                skipLast = !(answer instanceof LastHttpContent);
                client.write(answer);
                return;
            }
            if (answer.decoderResult().isFailure()) {
                ReferenceCountUtil.release(msg);
                targetLeft();
                return;
            }
            targetKeepsAlive = HttpUtil.isKeepAlive(answer);
            Heads.towardsClient(answer, keepAlive, conversation.isHttp2());
            if (conversation.isHttp2() || grpc) {
                Heads.withoutExtensions(answer.headers());
            }
        } else if (skipLast && msg instanceof LastHttpContent) {
            skipLast = false;
            ReferenceCountUtil.release(msg);
            return;
        }
        if (chosen.streams()) {
            answerBegun = true;
            if (msg instanceof LastHttpContent) {
                towardsClient.write(client, msg);
                answerIsWhole();
            } else if (msg instanceof HttpResponse begun) {
                towardsClient.await(begun);
            } else {
                towardsClient.write(client, msg);
            }
        } else {
            hold(msg);
        }
    }

    private void hold(Object msg) {
        held.add(msg);
        if (msg instanceof HttpContent part) {
            heldBytes += part.content().readableBytes();
        }
        if (heldBytes > conversation.settings().limits().answerBytes()) {
            refuse(Admission.longAnswer(conversation.settings()));
        } else if (msg instanceof LastHttpContent) {
            answerBegun = true;
            held.forEach(client::write);
            held.clear();
            answerIsWhole();
        }
    }

    private void answerIsWhole() {
        client.flush();
        answerWhole = true;
        count(null);
        conversation.watch().rest();
        Upstream done = upstream;
        upstream = null;
        if (done != null) {
            done.serve(null);
            if (requestWhole && targetKeepsAlive && !grpc) {
                conversation.pool().release(done);
            } else {
                done.channel().close();
            }
        }
        endIfWhole();
    }

    private void becomeTunnel(HttpResponse answer, Route chosen) {
        Upstream joined = upstream;
        if (joined == null) {
            return;
        }
        answerWhole = true;
        upstream = null;
        joined.serve(null);
        conversation.watch().rest();
        counted = true;
        Tunnel.join(client, joined, answer, chosen.idleNanos(), conversation.tally());
    }

    /** Answers instead of the target. */
    void refuse(Refusal refusal) {
        count(refusal.reason());
        answerWhole = true;
        conversation.watch().rest();
        drop();
        if (!requestWhole && HttpUtil.is100ContinueExpected(head)) {
            keepAlive = false;
            requestWhole = true;
        }
        FullHttpResponse answer = Heads.refusal(refusal, keepAlive);
        client.writeAndFlush(answer);
        endIfWhole();
    }

    /** An answer that had begun can't be ended: its connection is cut, so that the client sees it. */
    private void fail(Reason reason) {
        count(reason);
        answerWhole = true;
        requestWhole = true;
        conversation.watch().rest();
        drop();
        client.close();
    }

    void targetLeft() {
        upstream = null;
        if (answerWhole) {
            return;
        }
        if (answerBegun) {
            fail(Reason.TARGET_LEFT);
        } else {
            refuse(Admission.targetLeft(conversation.settings()));
        }
    }

    void late(Reason reason) {
        if (answerWhole) {
            return;
        }
        if (answerBegun) {
            fail(reason);
        } else {
            refuse(Admission.late(conversation.settings(), reason));
        }
    }

    void clientLeft() {
        count(Reason.CLIENT_LEFT);
        answerWhole = true;
        drop();
    }

    void clientTakes(boolean more) {
        if (upstream != null) {
            upstream.channel().config().setAutoRead(more);
        }
    }

    void targetTakes(boolean more) {
        client.channel().config().setAutoRead(more);
    }

    void flushTarget() {
        if (upstream != null) {
            towardsTarget.flush(upstream.channel());
        }
    }

    void flushClient() {
        towardsClient.flush(client);
    }

    private void drop() {
        pending.forEach(ReferenceCountUtil::release);
        pending.clear();
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        towardsTarget.drop();
        towardsClient.drop();
        Upstream left = upstream;
        upstream = null;
        if (left != null) {
            left.serve(null);
            left.channel().close();
        }
        if (client.channel().isActive() && !client.channel().config().isAutoRead()) {
            client.channel().config().setAutoRead(true);
        }
    }

    private void endIfWhole() {
        if (!requestWhole || !answerWhole) {
            return;
        }
        if (keepAlive) {
            conversation.ended(false);
        } else {
            client.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private void count(@Nullable Reason reason) {
        if (counted) {
            return;
        }
        counted = true;
        if (reason == null) {
            conversation.tally().passed();
        } else {
            conversation.tally().refused(reason);
        }
    }
}
