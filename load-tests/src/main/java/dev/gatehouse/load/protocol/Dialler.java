package dev.gatehouse.load.protocol;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import java.util.function.Consumer;

/** How a connection to those that are asked begins. */
public interface Dialler {
    /**
     * Begins one.
     *
     * @param http2 whether its TLS, if it has any, asks for HTTP/2
     * @param then adds to its pipeline what comes behind TLS
     */
    ChannelFuture dial(EventLoop loop, boolean http2, Consumer<ChannelPipeline> then);
}
