package dev.gatehouse.lab.net;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** How a hop opens a connection to the next one. Thread-safe. */
public interface Connector {
    /**
     * Begins a connection.
     *
     * @param loop where it lives: the one of the connection that it serves, so that no bytes change threads
     * @param target where to
     * @param handler what initialises it
     */
    ChannelFuture connect(EventLoop loop, InetSocketAddress target, ChannelHandler handler);

    /**
     * As {@link #connect(EventLoop, InetSocketAddress, ChannelHandler)}, from an address of loopback that the target
     * will see: this is how a hop keeps its client's address. Linux has all of 127.0.0.0/8; elsewhere only 127.0.0.1
     * may be there, and another one fails the connection.
     */
    ChannelFuture connect(EventLoop loop, InetAddress source, InetSocketAddress target, ChannelHandler handler);
}
