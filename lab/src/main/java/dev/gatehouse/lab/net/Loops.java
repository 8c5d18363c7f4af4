package dev.gatehouse.lab.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * The event loops that everything in one lab shares. Thread-safe.
 *
 * <p>Closing them ends every connection and every thread, Netty's own background thread too.
 */
public final class Loops implements Connector, AutoCloseable {
    private static final int PENDING_CONNECTIONS = 1024;
    private static final int BETWEEN_LOOKS_MILLISECONDS = 10;
    private static final int MOST_LOOKS = 1_000;

    private final EventLoopGroup group;

    private Loops(EventLoopGroup group) {
        this.group = group;
    }

    /**
     * Starts loops.
     *
     * @param name what their threads are called, with a number behind it
     * @param threads how many
     */
    public static Loops start(String name, int threads) {
        return new Loops(new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory(name, true), Transport.HERE.handlers()));
    }

    /** The loops themselves, for what Netty offers besides listening and connecting. */
    public EventLoopGroup group() {
        return group;
    }

    /**
     * Listens on a free port of loopback.
     *
     * @param initialize called with each accepted connection, on its loop
     */
    public Endpoint listen(Initializer initialize) {
        return listen(0, initialize);
    }

    /**
     * Listens on loopback.
     *
     * @param port 0 for a free one
     * @throws io.netty.channel.ChannelException if the port is taken
     */
    public Endpoint listen(int port, Initializer initialize) {
        ChannelGroup accepted = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE, true);
        Channel server = new ServerBootstrap()
                .group(group)
                .channel(Transport.HERE.listening())
                .option(ChannelOption.SO_BACKLOG, PENDING_CONNECTIONS)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) throws Exception {
                        accepted.add(channel);
                        initialize.initialize(channel);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .syncUninterruptibly()
                .channel();
        return new Listening(server, accepted);
    }

    @Override
    public ChannelFuture connect(EventLoop loop, InetSocketAddress target, ChannelHandler handler) {
        return client(loop, handler).connect(target);
    }

    @Override
    public ChannelFuture connect(EventLoop loop, InetAddress source, InetSocketAddress target, ChannelHandler handler) {
        return client(loop, handler).connect(target, new InetSocketAddress(source, 0));
    }

    private static Bootstrap client(EventLoop loop, ChannelHandler handler) {
        return new Bootstrap()
                .group(loop)
                .channel(Transport.HERE.connection())
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(handler);
    }

    /** Ends all connections and threads, and returns when they are gone. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
        boolean interrupted = Thread.interrupted();
        try {
            group.awaitTermination(10, TimeUnit.SECONDS);
            endOfBackground();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until Netty's background thread, which tells that loops have ended, has ended too. By itself it looks once
     * a second whether it has anything left to do; where its wait is interrupted it looks at once.
     */
    private static void endOfBackground() throws InterruptedException {
        boolean ended = false;
        for (int look = 0; look < MOST_LOOKS && !ended; look++) {
            GlobalEventExecutor.INSTANCE.execute(() -> Thread.currentThread().interrupt());
            ended = GlobalEventExecutor.INSTANCE.awaitInactivity(BETWEEN_LOOKS_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    /** What is done with a connection when it begins. */
    @FunctionalInterface
    public interface Initializer {
        /** Adds handlers. */
        void initialize(Channel channel) throws Exception;
    }

    private record Listening(Channel server, ChannelGroup accepted) implements Endpoint {
        @Override
        public InetSocketAddress address() {
            return (InetSocketAddress) server.localAddress();
        }

        @Override
        public void close() {
            if (server.eventLoop().isShuttingDown()) {
                return;
            }
            server.close().awaitUninterruptibly();
            accepted.close().awaitUninterruptibly();
            // the system closes a listening socket in the selector's next turn: until then it accepts
            server.eventLoop().schedule(() -> {}, 1, TimeUnit.MILLISECONDS).awaitUninterruptibly();
        }
    }
}
