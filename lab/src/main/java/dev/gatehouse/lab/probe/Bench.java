package dev.gatehouse.lab.probe;

import dev.gatehouse.lab.Client;
import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.topology.EntryPath;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running lab with clients that keep its rules. For one thread. */
final class Bench implements AutoCloseable {
    private static final String KEY = "x-api-key";
    private static final long ROOM_COMES_WITHIN = TimeUnit.SECONDS.toNanos(10);

    private final Lab lab;
    private final DesignAnswer answer;
    private final Loops loops;
    private final Map<List<Object>, Conversation> open = new HashMap<>();
    private final Map<List<Object>, SslContext> contexts = new HashMap<>();
    private final List<Client> clients;
    private final Identity trusted;
    private int consumers;

    Bench(Lab lab, DesignAnswer answer, Loops loops) {
        this.lab = lab;
        this.answer = answer;
        this.loops = loops;
        this.clients = Client.of(lab);
        this.trusted = lab.authority().client("CN=" + Client.NAME + ",O=Gatehouse");
    }

    /** What a probe is about: a cell, and one of the models that it speaks for. */
    record Target(Cell cell, EntryPath path, Model model, Client client, boolean grpc) {
        /** How long a request's body is by the spec; what a WebSocket sends comes in frames after the upgrade. */
        int requestBytes() {
            return model.protocol() == Protocol.WEBSOCKET
                    ? 0
                    : (int) model.load().request().bytes();
        }

        /**
         * The hop that answered in the place of the model: it says so, or it is the ingress, which is as silent as
         * Envoy.
         */
        String stoppedBy(Reply reply) {
            String named = reply.header("x-gatehouse-hop");
            if (!named.isEmpty()) {
                return named;
            }
            return path.has(HopKind.AMBASSADOR) && reply.status() != 0
                    ? HopKind.AMBASSADOR.id()
                    : path.entrance().kind().id();
        }
    }

    Lab lab() {
        return lab;
    }

    /** The models that a cell speaks for. */
    List<Target> targets(Cell cell) {
        List<Target> targets = new ArrayList<>();
        for (EntryPath path : answer.topology().paths()) {
            for (Client client : clients) {
                boolean covered = client.entry().equals(path.entry().name())
                        && cell.entry().map(client.entry()::equals).orElse(true)
                        && cell.model().map(client.model()::equals).orElse(true);
                if (covered) {
                    Model model = model(client.model());
                    targets.add(new Target(cell, path, model, client, speaksGrpc(path, model)));
                }
            }
        }
        return targets;
    }

    private Model model(String name) {
        return answer.topology().spec().models().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Where a hop carries no gRPC, everything else about a model is asked by plain requests. */
    private boolean speaksGrpc(EntryPath path, Model model) {
        return model.protocol() == Protocol.GRPC
                && answer.row("grpc").stream()
                        .filter(cell ->
                                cell.entry().equals(Optional.of(path.entry().name())))
                        .noneMatch(cell -> cell.state() == State.BROKEN);
    }

    // ---- calls

    /** A call as the rules want it, with more headers. */
    Reply call(Target target, Map<String, String> more, int bytes) throws IOException {
        return call(target, target.client().path(), more, new byte[bytes]);
    }

    /** A call that came too soon for its client's plan is made again: on the lab's clock there is room soon. */
    Reply call(Target target, String path, Map<String, String> more, byte[] body) throws IOException {
        long until = System.nanoTime() + ROOM_COMES_WITHIN;
        while (true) {
            Reply reply = Conversation.await(begin(target, 0, path, admitted(target, more), body));
            if (!reply.isLimited() || System.nanoTime() - until > 0) {
                return reply;
            }
        }
    }

    /** With a key whose plan has room: any, where only the limiter reads it; else that of the largest plan. */
    Map<String, String> admitted(Target target, Map<String, String> more) {
        if (!target.client().headers().containsKey(KEY)) {
            return more;
        }
        Map<String, String> headers = new LinkedHashMap<>(more);
        boolean anyKey = answer.topology()
                .keeps(HopKind.AMBASSADOR, RateLimit.class, target.path().entry());
        Map<String, String> keys = lab.entrance(target.path().entry().name()).keys();
        String largest = answer
                .topology()
                .spec()
                .consumers()
                .plans(target.path().entry())
                .stream()
                .max(Comparator.comparing(plan -> plan.rate().perSecond()))
                .map(plan -> keys.getOrDefault(plan.name(), ""))
                .orElse("");
        headers.putIfAbsent(KEY, anyKey ? "probe-" + consumers++ : largest);
        return headers;
    }

    /** Begins a call on one of several connections. */
    CompletableFuture<Reply> begin(Target target, int connection, String path, Map<String, String> more, byte[] body)
            throws IOException {
        return conversation(target, connection).begin(HttpMethod.POST, path, headers(target, more), body(target, body));
    }

    /** What a client sends; a header with an empty text is left out. */
    static Map<String, String> headers(Target target, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(target.client().headers());
        if (target.grpc()) {
            headers.put("content-type", Grpc.CONTENT_TYPE);
            headers.put("te", "trailers");
        } else {
            headers.put(
                    "content-type",
                    target.model().protocol() == Protocol.GRPC
                            ? "application/octet-stream"
                            : target.client().contentType());
        }
        headers.putAll(more);
        headers.values().removeIf(String::isEmpty);
        return headers;
    }

    /** A body as the client sends it: a message of gRPC has its length in front. */
    static byte[] body(Target target, byte[] message) {
        if (!target.grpc()) {
            return message;
        }
        var framed = Grpc.framed(message);
        byte[] bytes = new byte[framed.readableBytes()];
        framed.readBytes(bytes);
        framed.release();
        return bytes;
    }

    private Conversation conversation(Target target, int number) throws IOException {
        List<Object> key = List.of(target.client().address(), target.client().host(), target.grpc(), number);
        Conversation known = open.get(key);
        if (known != null && known.isOpen()) {
            return known;
        }
        Conversation opened = open(target, target.client().certificate() ? Optional.of(trusted) : Optional.empty());
        open.put(key, opened);
        return opened;
    }

    /** A connection of its own, with the certificate that is given. */
    Conversation open(Target target, Optional<Identity> shown) throws IOException {
        Client client = target.client();
        boolean tls = client.scheme().equals("https");
        return Conversation.open(
                loops,
                client.address(),
                tls ? Optional.of(context(shown, target.grpc())) : Optional.empty(),
                client.host(),
                target.grpc());
    }

    /** A connection in the clear, whatever the entry speaks. */
    Conversation openClear(Target target) throws IOException {
        return Conversation.open(
                loops,
                target.client().address(),
                Optional.empty(),
                target.client().host(),
                false);
    }

    Optional<Identity> own(Target target) {
        return target.client().certificate() ? Optional.of(trusted) : Optional.empty();
    }

    private SslContext context(Optional<Identity> shown, boolean http2) throws IOException {
        List<Object> key = List.of(shown, http2);
        SslContext known = contexts.get(key);
        if (known != null) {
            return known;
        }
        SslContextBuilder builder = SslContextBuilder.forClient()
                .trustManager(lab.authority().certificate())
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        http2 ? "h2" : "http/1.1"));
        shown.ifPresent(identity -> builder.keyManager(identity.key(), identity.chain()));
        SslContext made = builder.build();
        contexts.put(key, made);
        return made;
    }

    @Override
    public void close() {
        open.values().forEach(Conversation::close);
    }
}
