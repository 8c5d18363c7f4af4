package dev.gatehouse.load.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.lab.net.Loops;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which a call can end, told as one end with its kind. */
class CallsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(200);

    private static final Loops LOOPS = Loops.start("calls-test", 1);

    private final MoodyPeer peer = new MoodyPeer(LOOPS);
    private final EventLoop loop = LOOPS.group().next();
    private final GrpcCalls grpc = new GrpcCalls();
    private final WebSocketCalls webSockets = new WebSocketCalls();

    @AfterEach
    void end() {
        grpc.close();
        webSockets.close();
        peer.close();
    }

    @AfterAll
    static void endLoops() {
        LOOPS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Good, piece+whole base",
        "Stream, piece+piece+whole base",
        "Unavailable, piece+lost grpc-14 -",
        "Denied, lost grpc-7 ambassador",
        "Refused, lost status-415 rest-api",
        "Reset, lost reset -",
        "Half, piece+lost cut -",
        "Unended, piece+lost cut -",
        "Torn, lost wrong-answer -",
        "Empty, lost wrong-answer -",
        "Page, lost wrong-answer -",
        "Busy, again+piece+whole base",
        "AlwaysBusy, again+lost reset -",
        "Leaving, again+piece+whole base",
        "Gone, lost reset -",
        "Silent, timed out"
    })
    void a_grpc_call_ends_as_it_was_treated(String mood, String expected) throws Exception {
        Duration limit = mood.equals("Silent") ? SHORT : LIMIT;
        for (boolean keep : List.of(true, false)) {
            String path = "/x.Y" + keep + "/" + mood;
            assertThat(told(grpc, path, keep, limit)).as("kept " + keep).isEqualTo(List.of(expected.split("\\+")));
            assertThat(told(grpc, "/x.Y/Good", keep, LIMIT)).as("the next").isEqualTo(List.of("piece", "whole base"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "echo, piece+piece+whole base",
        "pings, piece+whole base",
        "forbidden, lost status-403 web-acl",
        "plain, lost wrong-answer web-acl",
        "dropped, lost reset -",
        "nonsense, lost wrong-answer -",
        "closes, lost closed-1011 -",
        "vanishes, lost reset -",
        "half, piece+lost cut -",
        "mad, lost wrong-answer -",
        "silent, timed out"
    })
    void a_message_on_a_websocket_ends_as_it_was_treated(String mood, String expected) throws Exception {
        Duration limit = mood.equals("silent") ? SHORT : LIMIT;
        for (boolean keep : List.of(true, false)) {
            assertThat(told(webSockets, "/" + mood, keep, limit))
                    .as("kept " + keep)
                    .isEqualTo(List.of(expected.split("\\+")));
        }
    }

    @Test
    void nobody_there_is_no_connection() throws Exception {
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

        for (Calls calls : List.of(grpc, webSockets)) {
            assertThat(ask(calls, question("/echo", nobody, "to nobody"), true, LIMIT)
                            .get(20, TimeUnit.SECONDS))
                    .containsExactly("lost connect -");
        }
    }

    @Test
    void grpc_calls_share_a_connection_until_it_carries_a_hundred() throws Exception {
        List<CompletableFuture<List<String>>> silent = new ArrayList<>();
        for (int call = 0; call < 101; call++) {
            silent.add(ask(grpc, question("/x.Y/Silent"), true, Duration.ofSeconds(2)));
        }
        for (CompletableFuture<List<String>> each : silent) {
            assertThat(each.get(20, TimeUnit.SECONDS)).containsExactly("timed out");
        }
        for (int call = 0; call < 10; call++) {
            assertThat(told(grpc, "/x.Y/Good", true, LIMIT)).endsWith("whole base");
        }

        assertThat(peer.connections).hasValue(2);
        assertThat(told(grpc, "/x.Y/Good", false, LIMIT)).endsWith("whole base");
        assertThat(peer.connections).as("one of its own").hasValue(3);
    }

    @Test
    void a_websocket_is_kept_and_carries_one_call_at_a_time() throws Exception {
        Told one = new Told();
        Told other = new Told();
        loop.execute(() -> {
            webSockets.call(loop, question("/echo"), true, LIMIT, one);
            webSockets.call(loop, question("/echo"), true, LIMIT, other);
        });
        assertThat(one.all.get(20, TimeUnit.SECONDS)).endsWith("whole base");
        assertThat(other.all.get(20, TimeUnit.SECONDS)).endsWith("whole base");

        assertThat(told(webSockets, "/echo", true, LIMIT))
                .as("the variant is drawn once, with the upgrade")
                .containsExactly("piece", "piece", "whole -");
        assertThat(peer.connections).hasValue(2);
    }

    @Test
    void a_long_message_arrives_as_a_whole() throws Exception {
        Question asked = new Question(
                "line",
                dialler(peer.address()),
                "/echo",
                new DefaultHttpHeaders().set("host", "models.example.org"),
                () -> Unpooled.wrappedBuffer(new byte[2_000_000]));

        assertThat(ask(webSockets, asked, true, LIMIT).get(20, TimeUnit.SECONDS))
                .endsWith("whole base");
        assertThat(peer.bytes).hasValue(2_000_000);
    }

    @Test
    void what_is_under_way_when_a_client_closes_is_lost_and_told_so() throws Exception {
        CompletableFuture<List<String>> call = ask(grpc, question("/x.Y/Silent"), true, LIMIT);
        assertThat(told(grpc, "/x.Y/Good", true, LIMIT)).endsWith("whole base");

        grpc.close();

        assertThat(call.get(20, TimeUnit.SECONDS)).containsExactly("lost reset -");
    }

    private List<String> told(Calls calls, String path, boolean keep, Duration limit) throws Exception {
        return ask(calls, question(path), keep, limit).get(20, TimeUnit.SECONDS);
    }

    private CompletableFuture<List<String>> ask(Calls calls, Question question, boolean keep, Duration limit) {
        Told told = new Told();
        loop.execute(() -> calls.call(loop, question, keep, limit, told));
        return told.all;
    }

    private Question question(String path) {
        return question(path, peer.address(), path.startsWith("/x.Y") ? "grpc" : path);
    }

    private Question question(String path, InetSocketAddress address, String line) {
        Supplier<ByteBuf> body = path.startsWith("/x.Y")
                ? () -> Grpc.framed(new byte[10])
                : () -> Unpooled.wrappedBuffer(new byte[] {'[', ']'});
        return new Question(
                line,
                dialler(address),
                path,
                new DefaultHttpHeaders().set("host", "models.example.org").set("content-type", Grpc.CONTENT_TYPE),
                body);
    }

    private Dialler dialler(InetSocketAddress address) {
        return (on, http2, then) -> LOOPS.connect(on, address, new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                then.accept(channel.pipeline());
            }
        });
    }
}
