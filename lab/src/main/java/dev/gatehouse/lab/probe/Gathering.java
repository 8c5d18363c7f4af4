package dev.gatehouse.lab.probe;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Gathers one answer. It takes itself away when the answer is over. */
final class Gathering extends ChannelInboundHandlerAdapter implements ChannelFutureListener {
    private static final int KEPT = 16 * 1024;

    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private final long begun = System.nanoTime();
    private final Map<String, String> headers = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();
    private int status;
    private long bytes;
    private int pieces;
    private long first;

    CompletableFuture<Reply> reply() {
        return reply;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpResponse head && head.status().code() != 100) {
            status = head.status().code();
            add(head.headers());
            if (status == 101) {
                end(context, true);
            }
        }
        if (message instanceof HttpContent content && status > 0) {
            int readable = content.content().readableBytes();
            if (readable > 0) {
                first = pieces == 0 ? System.nanoTime() - begun : first;
                pieces++;
                bytes += readable;
                if (text.length() < KEPT) {
                    text.append(content.content().toString(StandardCharsets.UTF_8));
                }
            }
            if (message instanceof LastHttpContent last) {
                add(last.trailingHeaders());
                end(context, true);
            }
        }
        ReferenceCountUtil.release(message);
    }

    private void add(HttpHeaders more) {
        more.forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    }

    private void end(ChannelHandlerContext context, boolean whole) {
        if (reply.complete(
                new Reply(status, headers, text.toString(), bytes, pieces, first, System.nanoTime() - begun, whole))) {
            if (!context.isRemoved()) {
                context.pipeline().remove(this);
            }
        }
    }

    @Override
    public void operationComplete(ChannelFuture written) {
        if (!written.isSuccess() && !written.channel().isActive()) {
            reply.complete(Reply.broken());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(context, false);
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(context, false);
        context.fireExceptionCaught(cause);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof io.netty.handler.codec.http2.Http2ResetFrame) {
            end(context, false);
        }
        context.fireUserEventTriggered(event);
    }
}
