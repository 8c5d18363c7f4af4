package dev.gatehouse.lab.probe;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Counts bytes until enough have come. */
final class Counting extends ChannelInboundHandlerAdapter {
    private final int expected;
    private final CompletableFuture<Reply> done;
    private int bytes;

    Counting(int expected, CompletableFuture<Reply> done) {
        this.expected = expected;
        this.done = done;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf buffer) {
            bytes += buffer.readableBytes();
        }
        ReferenceCountUtil.release(message);
        if (bytes >= expected) {
            done.complete(new Reply(200, Map.of(), "", bytes, 1, 0, 0, true));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        done.complete(Reply.broken());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        done.complete(Reply.broken());
    }
}
