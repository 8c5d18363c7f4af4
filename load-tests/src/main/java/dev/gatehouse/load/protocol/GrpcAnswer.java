package dev.gatehouse.load.protocol;

import dev.gatehouse.lab.http.Grpc;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.function.BooleanSupplier;

/** The answer to one gRPC call: the handler of its stream. */
final class GrpcAnswer extends ChannelInboundHandlerAdapter {
    private static final String STATUS = "grpc-status";

    private final Open open;
    private final BooleanSupplier unbegun;
    private final Runnable again;
    private final GrpcMessages messages = new GrpcMessages();
    private int status;
    private HttpHeaders told = EmptyHttpHeaders.INSTANCE;
    private boolean refused;

    /**
     * An answer that is waited for.
     *
     * @param unbegun whether the other side said that it left the call alone when it went away
     * @param again sends the call once more
     */
    GrpcAnswer(Open open, BooleanSupplier unbegun, Runnable again) {
        this.open = open;
        this.unbegun = unbegun;
        this.again = again;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof HttpResponse head && head.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
                status = head.status().code();
                told = head.headers();
            }
            if (message instanceof HttpContent content && isGrpc() && messages.read(content.content()) > 0) {
                open.piece();
            }
            if (message instanceof LastHttpContent last) {
                end(last.trailingHeaders());
                context.close();
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private boolean isGrpc() {
        return status == 200 && Grpc.is(told.get("content-type", ""));
    }

    private void end(HttpHeaders trailers) {
        String code = trailers.get(STATUS, told.get(STATUS, ""));
        if (code.matches("[1-9][0-9]{0,2}")) {
            open.lost(new Loss("grpc-" + code, told));
        } else if (status != 200) {
            open.lost(new Loss("status-" + status, told));
        } else if (isGrpc() && code.isEmpty()) {
            open.lost(new Loss(Loss.CUT, told));
        } else if (isGrpc() && code.equals("0") && messages.areWhole() && messages.count() > 0) {
            open.whole(told);
        } else {
            open.lost(new Loss(Loss.WRONG, told));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof Http2ResetFrame reset) {
            refused = reset.errorCode() == Http2Error.REFUSED_STREAM.code();
        }
        ReferenceCountUtil.release(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (status == 0 && (refused || unbegun.getAsBoolean()) && open.goesAgain()) {
            again.run();
        } else {
            open.lost(new Loss(status == 0 ? Loss.RESET : Loss.CUT, told));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
