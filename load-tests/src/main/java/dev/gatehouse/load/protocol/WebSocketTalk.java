package dev.gatehouse.load.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One WebSocket from its upgrade on, with one call on it at a time. For one loop. */
final class WebSocketTalk extends ChannelInboundHandlerAdapter {
    /** The longest frame that is taken. */
    private static final int LONGEST_FRAME = 64 * 1024 * 1024;

    /** Messages are sent in frames of so many bytes: servers take short ones only, and any number of them. */
    private static final int FRAME = 64 * 1024;

    private final Deque<WebSocketTalk> idle;
    private final boolean keep;
    private final WebSocketClientHandshaker handshaker;
    private Question question;
    private Open open;
    private @Nullable Channel channel;
    private @Nullable HttpResponse head;
    private HttpHeaders told = EmptyHttpHeaders.INSTANCE;
    private boolean begun;
    private boolean first = true;

    /**
     * One that is not there yet.
     *
     * @param idle where it waits for its next call
     * @param keep whether it does; else it ends with the first
     */
    WebSocketTalk(Question question, Open open, Deque<WebSocketTalk> idle, boolean keep) {
        this.question = question;
        this.open = open;
        this.idle = idle;
        this.keep = keep;
        this.handshaker = WebSocketClientHandshakerFactory.newHandshaker(
                URI.create("ws://" + question.headers().get("host") + question.path()),
                WebSocketVersion.V13,
                null,
                false,
                question.headers(),
                LONGEST_FRAME);
    }

    /** Asks for the upgrade; the message follows when it is granted. */
    void upgrade(Channel connected) {
        channel = connected;
        if (open.hasEnded()) {
            connected.close();
            return;
        }
        open.stoppedBy(connected::close);
        handshaker.handshake(connected).addListener(WebSocketTalk::closeUnlessSent);
    }

    /** Sends the message of the next call. */
    void ask(Question next, Open asking) {
        question = next;
        open = asking;
        first = false;
        begun = false;
        Channel connected = channel;
        if (connected != null) {
            asking.stoppedBy(connected::close);
            send(connected);
        }
    }

    private void send(Channel connected) {
        ByteBuf body = question.body().get();
        boolean beginning = true;
        do {
            ByteBuf part = body.readRetainedSlice(Math.min(FRAME, body.readableBytes()));
            boolean last = !body.isReadable();
            WebSocketFrame frame =
                    beginning ? new TextWebSocketFrame(last, 0, part) : new ContinuationWebSocketFrame(last, 0, part);
            beginning = false;
            ChannelFuture written = last ? connected.writeAndFlush(frame) : connected.write(frame);
            written.addListener(WebSocketTalk::closeUnlessSent);
        } while (body.isReadable());
        body.release();
    }

    private static void closeUnlessSent(io.netty.util.concurrent.Future<? super Void> sent) {
        if (!sent.isSuccess() && sent instanceof ChannelFuture written) {
            written.channel().close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof HttpResponse answer) {
                head = answer;
            }
            if (message instanceof LastHttpContent && head != null) {
                answered(context, head);
            }
            if (message instanceof WebSocketFrame frame) {
                heard(context, frame);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void answered(ChannelHandlerContext context, HttpResponse answer) {
        head = null;
        told = answer.headers();
        int status = answer.status().code();
        if (answer.decoderResult().isFailure() || (status != 101 && status < 400)) {
            lost(context, Loss.WRONG);
        } else if (!answer.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
            lost(context, "status-" + status);
        } else {
            upgraded(context, answer);
        }
    }

    private void upgraded(ChannelHandlerContext context, HttpResponse answer) {
        try {
            handshaker.finishHandshake(
                    context.channel(),
                    new DefaultFullHttpResponse(
                            answer.protocolVersion(),
                            answer.status(),
                            Unpooled.EMPTY_BUFFER,
                            answer.headers(),
                            EmptyHttpHeaders.INSTANCE));
            send(context.channel());
        } catch (WebSocketHandshakeException e) {
            lost(context, Loss.WRONG);
        }
    }

    private void heard(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof PingWebSocketFrame) {
            context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
        } else if (frame instanceof CloseWebSocketFrame close) {
            lost(context, close.statusCode() < 0 ? "closed" : "closed-" + close.statusCode());
        } else if (!(frame instanceof PongWebSocketFrame) && !open.hasEnded()) {
            begun = true;
            open.piece();
            if (frame.isFinalFragment()) {
                whole(context);
            }
        }
    }

    private void whole(ChannelHandlerContext context) {
        if (keep) {
            idle.addFirst(this);
        } else {
            context.writeAndFlush(new CloseWebSocketFrame(1000, "")).addListener(ChannelFutureListener.CLOSE);
        }
        open.whole(first ? told : EmptyHttpHeaders.INSTANCE);
    }

    private void lost(ChannelHandlerContext context, String kind) {
        open.lost(new Loss(kind, told));
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        idle.remove(this);
        open.lost(new Loss(begun ? Loss.CUT : Loss.RESET, told));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DecoderException) {
            open.lost(new Loss(Loss.WRONG, told));
        }
        context.close();
    }
}
