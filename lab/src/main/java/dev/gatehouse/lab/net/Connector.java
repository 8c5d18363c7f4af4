package dev.gatehouse.lab.net;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;

/** How a hop opens a connection to the next one. Thread-safe. */
@FunctionalInterface
public interface Connector {
    /**
     * Begins a connection.
     *
     * @param loop where it lives: the one of the connection that it serves, so that no bytes change threads
     * @param target where to
     * @param handler what initialises it
     */
    ChannelFuture connect(EventLoop loop, InetSocketAddress target, ChannelHandler handler);
}
