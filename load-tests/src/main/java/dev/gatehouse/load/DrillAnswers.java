package dev.gatehouse.load;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The answers on one connection of a drill's client, one after the other. */
final class DrillAnswers extends ChannelInboundHandlerAdapter {
    private final Deque<Channel> idle;
    private final boolean keep;
    private @Nullable DrillAsking asking;
    private @Nullable HttpResponse head;

    /**
     * Answers on a new connection.
     *
     * @param idle where the connection waits for its next request
     * @param keep whether it does
     */
    DrillAnswers(Deque<Channel> idle, boolean keep) {
        this.idle = idle;
        this.keep = keep;
    }

    /** A request is about to leave. */
    void expect(DrillAsking next) {
        asking = next;
        head = null;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof HttpObject part && asking != null) {
                read(context, part, asking);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(ChannelHandlerContext context, HttpObject part, DrillAsking waiting) {
        if (part.decoderResult().isFailure()) {
            context.close();
            return;
        }
        if (part instanceof HttpResponse answer) {
            head = answer;
        }
        HttpResponse answer = head;
        if (part instanceof LastHttpContent && answer != null && answer.status().code() >= 200) {
            asking = null;
            waiting.answered(answer);
            if (keep && HttpUtil.isKeepAlive(answer)) {
                idle.addFirst(context.channel());
            } else {
                context.close();
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        DrillAsking waiting = asking;
        asking = null;
        if (waiting != null) {
            waiting.brokenOff(head != null);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
