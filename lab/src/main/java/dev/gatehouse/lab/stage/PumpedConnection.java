package dev.gatehouse.lab.stage;

import dev.gatehouse.lab.net.Connector;
import dev.gatehouse.model.topology.ClientAddress;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client's connection at a pump, and its twin to the target. Lives on one loop. */
final class PumpedConnection extends ChannelInboundHandlerAdapter {
    private final Connector connector;
    private final PumpSettings settings;
    private final Tally tally;
    private final Set<Channel> upstream;
    private @Nullable Channel client;
    private @Nullable Channel target;
    private final List<Object> early = new ArrayList<>();
    private long touched;
    private boolean connecting;
    private boolean endedEarly;
    private int ended;
    private boolean told;

    PumpedConnection(Connector connector, PumpSettings settings, Tally tally, Set<Channel> upstream) {
        this.connector = connector;
        this.settings = settings;
        this.tally = tally;
        this.upstream = upstream;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        client = ctx.channel();
        if (settings.ends().isPresent()) {
            ctx.read();
        } else {
            connect(ctx.channel());
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                connect(ctx.channel());
            } else {
                end(Reason.HANDSHAKE);
                ctx.close();
            }
        } else if (event instanceof ChannelInputShutdownEvent) {
            if (target != null) {
                shutOutput(target);
            } else if (connecting) {
                endedEarly = true;
            } else {
                end(Reason.CLIENT_LEFT);
                ctx.close();
            }
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (target == null) {
            early.add(msg);
        } else {
            pass(msg, target);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (target != null) {
            flush(ctx, target, settings.begins().isPresent() || settings.delayNanos() > 0);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        early.forEach(ReferenceCountUtil::release);
        early.clear();
        if (target != null) {
            end(null);
            target.close();
        } else {
            end(Reason.CLIENT_LEFT);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        end(target == null ? Reason.HANDSHAKE : Reason.CLIENT_LEFT);
        closeBoth(true);
    }

    private void connect(Channel from) {
        InetSocketAddress source = (InetSocketAddress) from.remoteAddress();
        Optional<InetSocketAddress> to = settings.targets().of(source);
        if (to.isEmpty()) {
            end(Reason.NO_TARGET);
            Reset.of(from);
            return;
        }
        connecting = true;
        ChannelHandler initializer = new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                initialize(channel);
            }
        };
        ChannelFuture connecting = switch (settings.clientAddress()) {
            case KEPT -> connector.connect(from.eventLoop(), source.getAddress(), to.get(), initializer);
            case PROXY_PROTOCOL, FORWARDED_FOR, LOST -> connector.connect(from.eventLoop(), to.get(), initializer);
        };
        connecting.addListener((ChannelFuture done) -> {
            if (done.isSuccess()) {
                joined(from, done.channel(), source);
            } else {
                end(Reason.NO_TARGET);
                Reset.of(from);
            }
        });
    }

    private void initialize(Channel channel) {
        channel.config().setAutoRead(false);
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        if (settings.delayNanos() > 0) {
            channel.pipeline().addLast(new DelayLine(settings.delayNanos()));
        }
        settings.begins().ifPresent(tls -> channel.pipeline().addLast(tls.handler(channel.alloc(), "")));
        channel.pipeline().addLast(new TargetSide());
    }

    private void joined(Channel from, Channel to, InetSocketAddress source) {
        if (!from.isActive()) {
            to.close();
            return;
        }
        target = to;
        upstream.add(to);
        to.closeFuture().addListener(closed -> upstream.remove(to));
        if (settings.clientAddress() == ClientAddress.PROXY_PROTOCOL) {
            introduce(from, to, source);
        }
        touched = System.nanoTime();
        if (settings.idleNanos() > 0) {
            watch(from, settings.idleNanos());
        }
        early.forEach(to::write);
        early.clear();
        to.flush();
        if (endedEarly) {
            shutOutput(to);
        } else {
            from.read();
        }
        to.read();
    }

    /** Writes the header of the PROXY protocol in front of everything else, in front of TLS too. */
    private static void introduce(Channel from, Channel to, InetSocketAddress source) {
        to.pipeline().firstContext().writeAndFlush(ProxyHeader.of(to.alloc(), source, (InetSocketAddress)
                from.localAddress()));
    }

    private void watch(Channel from, long nanos) {
        from.eventLoop()
                .schedule(
                        () -> {
                            if (!from.isActive()) {
                                return;
                            }
                            long silent = System.nanoTime() - touched;
                            if (silent >= settings.idleNanos()) {
                                end(Reason.IDLE);
                                closeBoth(true);
                            } else {
                                watch(from, settings.idleNanos() - silent);
                            }
                        },
                        nanos,
                        TimeUnit.NANOSECONDS);
    }

    private void pass(Object msg, Channel to) {
        touched = System.nanoTime();
        to.write(msg);
    }

    /**
     * Sends what was read, and reads on once all of it has left.
     *
     * @param held whether handlers on the way may keep bytes back, so that an empty buffer proves nothing
     */
    private static void flush(ChannelHandlerContext from, Channel to, boolean held) {
        to.flush();
        ChannelOutboundBuffer left = to.unsafe().outboundBuffer();
        if (!held && left != null && left.isEmpty()) {
            from.read();
            return;
        }
        to.writeAndFlush(to.alloc().buffer(0)).addListener(written -> {
            if (written.isSuccess()) {
                from.read();
            } else {
                from.close();
            }
        });
    }

    /** One side has sent all it had: the other is told, once what is on its way has left. */
    private void shutOutput(Channel to) {
        ended++;
        boolean isTls = settings.ends().isPresent() || settings.begins().isPresent();
        to.writeAndFlush(to.alloc().buffer(0)).addListener(written -> {
            if (ended > 1 || isTls || !(to instanceof DuplexChannel duplex)) {
                end(null);
                closeBoth(false);
            } else {
                duplex.shutdownOutput();
            }
        });
    }

    private void closeBoth(boolean reset) {
        for (Channel side : new Channel[] {client, target}) {
            if (side != null && reset) {
                Reset.of(side);
            } else if (side != null) {
                side.close();
            }
        }
    }

    /** Counts how the connection ended, once. */
    private void end(@Nullable Reason reason) {
        if (told) {
            return;
        }
        told = true;
        if (reason == null) {
            tally.passed();
        } else {
            tally.refused(reason);
        }
    }

    private final class TargetSide extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            if (client == null) {
                ReferenceCountUtil.release(msg);
            } else {
                pass(msg, client);
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            if (client != null) {
                flush(ctx, client, settings.ends().isPresent());
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof ChannelInputShutdownEvent && client != null) {
                shutOutput(client);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            end(null);
            if (client != null) {
                client.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            end(Reason.TARGET_LEFT);
            closeBoth(true);
        }
    }
}
