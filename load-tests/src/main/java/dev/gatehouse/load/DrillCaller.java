package dev.gatehouse.load;

import dev.gatehouse.lab.Client;
import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.tls.TlsListener;
import dev.gatehouse.lab.tls.TlsSender;
import dev.gatehouse.load.protocol.Calls;
import dev.gatehouse.load.protocol.GrpcCalls;
import dev.gatehouse.load.protocol.Question;
import dev.gatehouse.load.protocol.WebSocketCalls;
import dev.gatehouse.measurements.schedule.Arrival;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Protocol;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The clients of a drill. Every second request, as its draw says, goes by a connection that is kept; the others open
 * one of their own, which ends with the answer. Nothing is tried twice that somebody has begun with. Safe for any
 * thread; works on one loop.
 */
final class DrillCaller {
    private static final List<String> HTTP_2 = List.of("h2");
    private static final String SUBJECT = "CN=" + Client.NAME + ",O=Gatehouse drill";

    private final Loops loops;
    private final EventLoop loop;
    private final long limitNanos;
    private final Map<List<Boolean>, TlsSender> tls = new HashMap<>();
    private final Bodies bodies = new Bodies();
    private final GrpcBodies messages = new GrpcBodies();
    private final Calls grpc = new GrpcCalls();
    private final Calls webSockets = new WebSocketCalls();
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
        for (boolean http2 : List.of(true, false)) {
            List<String> protocols = http2 ? HTTP_2 : TlsListener.HTTP_1;
            tls.put(
                    List.of(false, http2),
                    TlsSender.ofClient(lab.authority().certificate(), Optional.empty(), protocols));
            tls.put(
                    List.of(true, http2),
                    TlsSender.ofClient(lab.authority().certificate(), Optional.of(identity), protocols));
        }
    }

    /** Sends a request; {@code asking} hears what becomes of it. */
    void call(Client client, Arrival arrival, DrillAsking asking) {
        loop.execute(() -> {
            switch (client.protocol()) {
                case HTTP -> send(client, arrival, asking);
                case GRPC -> ask(grpc, client, arrival, asking);
                case WEBSOCKET -> ask(webSockets, client, arrival, asking);
            }
        });
    }

    private void ask(Calls calls, Client client, Arrival arrival, DrillAsking asking) {
        byte[] body = client.protocol() == Protocol.GRPC ? messages.of(client.path(), arrival) : bodies.of(arrival);
        Question question = new Question(
                client.entry() + " " + client.model() + (arrival.pinned() ? " pinned" : ""),
                (on, http2, then) -> dial(client, arrival, http2, then),
                client.path(),
                headers(client, arrival),
                () -> Unpooled.wrappedBuffer(body));
        calls.call(loop, question, isKept(arrival), Duration.ofNanos(limitNanos), asking);
    }

    private ChannelFuture dial(Client client, Arrival arrival, boolean http2, Consumer<ChannelPipeline> then) {
        return loops.connect(loop, names.of(client, arrival.draw()), new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                TlsSender sender = tls.get(List.of(client.certificate(), http2));
                if (client.scheme().equals("https") && sender != null) {
                    channel.pipeline().addLast(sender.handler(channel.alloc(), client.host()));
                }
                then.accept(channel.pipeline());
            }
        });
    }

    private static boolean isKept(Arrival arrival) {
        return (arrival.draw() & 1) == 0;
    }

    /** Ends the connections that are kept. */
    void close() {
        loop.submit(() -> {
                    kept.values().forEach(all -> all.forEach(Channel::close));
                    grpc.close();
                    webSockets.close();
                })
                .awaitUninterruptibly();
    }

    private void send(Client client, Arrival arrival, DrillAsking asking) {
        asking.limitedBy(loop.schedule(asking::timedOut, limitNanos, TimeUnit.NANOSECONDS));
        boolean keep = isKept(arrival);
        Deque<Channel> idle = kept.computeIfAbsent(client, none -> new ArrayDeque<>());
        Channel waiting = keep ? alive(idle) : null;
        if (waiting != null) {
            write(waiting, client, arrival, asking, true);
            return;
        }
        ChannelFuture connecting = dial(
                client,
                arrival,
                false,
                pipeline -> pipeline.addLast(
                        new HttpClientCodec(), new DrillAnswers(keep ? idle : new ArrayDeque<>(), keep)));
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
        request.headers().set(headers(client, arrival));
        request.headers().set("content-length", request.content().readableBytes());
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

    private HttpHeaders headers(Client client, Arrival arrival) {
        HttpHeaders headers = new DefaultHttpHeaders();
        client.headers().forEach(headers::set);
        if (arrival.pinned()) {
            arrival.traffic().pin().ifPresent(pin -> headers.set(pin.header(), pin.value()));
        }
        headers.set("host", client.host())
                .set("user-agent", "gatehouse-drill")
                .set(ModelServer.NUMBER, String.valueOf(arrival.draw()));
        if (client.protocol() != Protocol.WEBSOCKET) {
            headers.set("content-type", client.contentType());
        }
        if (streamed.contains(client.model())) {
            headers.set(ModelServer.TIME, "1 s").set(ModelServer.WHOLE, DrillPlan.STREAM.toSeconds() + " s");
        }
        return headers;
    }
}
