package dev.gatehouse.load;

import dev.gatehouse.lab.Client;
import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.tls.TlsListener;
import dev.gatehouse.lab.tls.TlsSender;
import dev.gatehouse.measurements.schedule.Arrival;
import dev.gatehouse.model.spec.Model;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The clients of a drill. Every second request, as its draw says, goes by a connection that is kept; the others open
 * one of their own, which ends with the answer. Nothing is tried twice. Safe for any thread; works on one loop.
 */
final class DrillCaller {
    private static final String SUBJECT = "CN=" + Client.NAME + ",O=Gatehouse drill";

    private final Loops loops;
    private final EventLoop loop;
    private final long limitNanos;
    private final TlsSender anybody;
    private final TlsSender known;
    private final Bodies bodies = new Bodies();
    private final Map<Client, Deque<Channel>> kept = new HashMap<>();
    private final Set<String> streamed;
    private final DrillNames names;

    /**
     * Clients of a lab.
     *
     * @param limitNanos how long one waits for an answer
     * @param keptNanos how long one keeps what a name led to
     */
    DrillCaller(Loops loops, Lab lab, long limitNanos, long keptNanos) {
        this.names = new DrillNames(lab, keptNanos);
        this.streamed = lab.topology().spec().models().stream()
                .filter(Model::isStreamed)
                .map(Model::name)
                .collect(Collectors.toUnmodifiableSet());
        this.loops = loops;
        this.loop = loops.group().next();
        this.limitNanos = limitNanos;
        Identity identity = lab.authority().client(SUBJECT);
        this.anybody = TlsSender.ofClient(lab.authority().certificate(), Optional.empty(), TlsListener.HTTP_1);
        this.known = TlsSender.ofClient(lab.authority().certificate(), Optional.of(identity), TlsListener.HTTP_1);
    }

    /** Sends a request; {@code asking} hears what becomes of it. */
    void call(Client client, Arrival arrival, DrillAsking asking) {
        loop.execute(() -> send(client, arrival, asking));
    }

    /** Ends the connections that are kept. */
    void close() {
        loop.submit(() -> kept.values().forEach(all -> all.forEach(Channel::close)))
                .awaitUninterruptibly();
    }

    private void send(Client client, Arrival arrival, DrillAsking asking) {
        asking.limitedBy(loop.schedule(asking::timedOut, limitNanos, TimeUnit.NANOSECONDS));
        boolean keep = (arrival.draw() & 1) == 0;
        Deque<Channel> idle = kept.computeIfAbsent(client, none -> new ArrayDeque<>());
        Channel waiting = keep ? alive(idle) : null;
        if (waiting != null) {
            write(waiting, client, arrival, asking, true);
            return;
        }
        ChannelFuture connecting =
                loops.connect(loop, names.of(client, arrival.draw()), new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (client.scheme().equals("https")) {
                            TlsSender tls = client.certificate() ? known : anybody;
                            channel.pipeline().addLast(tls.handler(channel.alloc(), client.host()));
                        }
                        channel.pipeline().addLast(new HttpClientCodec());
                        channel.pipeline().addLast(new DrillAnswers(keep ? idle : new ArrayDeque<>(), keep));
                    }
                });
        connecting.addListener((ChannelFuture done) -> {
            if (done.isSuccess()) {
                write(done.channel(), client, arrival, asking, keep);
            } else {
                asking.noConnection();
            }
        });
    }

    private static @org.jspecify.annotations.Nullable Channel alive(Deque<Channel> idle) {
        Channel next = idle.pollFirst();
        while (next != null && !next.isActive()) {
            next = idle.pollFirst();
        }
        return next;
    }

    private void write(Channel channel, Client client, Arrival arrival, DrillAsking asking, boolean keep) {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.valueOf(client.method()),
                client.path(),
                Unpooled.wrappedBuffer(bodies.of(arrival)));
        client.headers().forEach(request.headers()::set);
        if (arrival.pinned()) {
            arrival.traffic().pin().ifPresent(pin -> request.headers().set(pin.header(), pin.value()));
        }
        request.headers()
                .set("host", client.host())
                .set("user-agent", "gatehouse-drill")
                .set("content-type", client.contentType())
                .set("content-length", request.content().readableBytes())
                .set(ModelServer.NUMBER, String.valueOf(arrival.draw()));
        if (streamed.contains(client.model())) {
            request.headers().set(ModelServer.TIME, "1 s").set(ModelServer.WHOLE, DrillPlan.STREAM.toSeconds() + " s");
        }
        if (!keep) {
            request.headers().set("connection", "close");
        }
        asking.closes(channel);
        channel.pipeline().get(DrillAnswers.class).expect(asking);
        channel.writeAndFlush(request).addListener(written -> {
            if (!written.isSuccess()) {
                channel.close();
            }
        });
    }
}
