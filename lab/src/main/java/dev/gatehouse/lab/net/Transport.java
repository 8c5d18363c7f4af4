package dev.gatehouse.lab.net;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/**
 * What moves bytes on this system: Linux's epoll through Netty's native library where that loads, else the JDK's
 * selectors.
 */
enum Transport {
    EPOLL {
        @Override
        IoHandlerFactory handlers() {
            return EpollIoHandler.newFactory();
        }

        @Override
        Class<? extends ServerChannel> listening() {
            return EpollServerSocketChannel.class;
        }

        @Override
        Class<? extends SocketChannel> connection() {
            return EpollSocketChannel.class;
        }
    },
    SELECTOR {
        @Override
        IoHandlerFactory handlers() {
            return NioIoHandler.newFactory();
        }

        @Override
        Class<? extends ServerChannel> listening() {
            return NioServerSocketChannel.class;
        }

        @Override
        Class<? extends SocketChannel> connection() {
            return NioSocketChannel.class;
        }
    };

    /** The one that is used on this system. */
    static final Transport HERE = Epoll.isAvailable() ? EPOLL : SELECTOR;

    /** What waits for connections and bytes. */
    abstract IoHandlerFactory handlers();

    /** What listens. */
    abstract Class<? extends ServerChannel> listening();

    /** What connects. */
    abstract Class<? extends SocketChannel> connection();
}
