package dev.gatehouse.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.net.Loops;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
    private static final String QUESTION = "GET / HTTP/1.1\r\nhost: iris.example.com\r\n\r\n";
    private static final String ANSWER = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

    private final Loops loops = Loops.start("proxy-test", 1);
    private ServerSocket target = unbound();

    @BeforeEach
    void listen() throws IOException {
        target = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        target.setSoTimeout(20_000);
    }

    @AfterEach
    void close() throws IOException {
        target.close();
        loops.close();
    }

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void clients_that_come_one_after_the_other_share_a_connection_to_the_target() throws IOException {
        Proxy proxy = proxy(true);
        try (Socket first = call(proxy)) {
            write(first, QUESTION);
            try (Socket behind = accept()) {
                answer(behind, ANSWER);
                assertThat(head(first)).startsWith("HTTP/1.1 200");
                try (Socket second = call(proxy)) {
                    write(second, QUESTION);
                    answer(behind, ANSWER);
                    assertThat(head(second)).startsWith("HTTP/1.1 200");
                }
            }
        }
        target.setSoTimeout(1);
        assertThat(unasked()).as("connections besides").isZero();
    }

    @Test
    void the_next_client_has_a_connection_of_its_own_where_none_is_kept() throws IOException {
        Proxy proxy = proxy(false);
        try (Socket first = call(proxy)) {
            write(first, QUESTION);
            try (Socket behindFirst = accept()) {
                answer(behindFirst, ANSWER);
                assertThat(head(first)).startsWith("HTTP/1.1 200");
                try (Socket second = call(proxy)) {
                    write(second, QUESTION);
                    try (Socket behindSecond = accept()) {
                        answer(behindSecond, ANSWER);
                        assertThat(head(second)).startsWith("HTTP/1.1 200");
                    }
                }
                first.shutdownOutput();
                assertThat(behindFirst.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void clients_at_the_same_time_have_a_connection_each() throws IOException {
        Proxy proxy = proxy(true);
        try (Socket first = call(proxy);
                Socket second = call(proxy)) {
            write(first, QUESTION);
            try (Socket behindFirst = accept()) {
                assertThat(head(behindFirst)).startsWith("GET /");
                write(second, QUESTION);
                try (Socket behindSecond = accept()) {
                    answer(behindSecond, ANSWER);
                    assertThat(head(second)).startsWith("HTTP/1.1 200");
                }
                write(behindFirst, ANSWER);
                assertThat(head(first)).startsWith("HTTP/1.1 200");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "connection: close\r\n"})
    void a_connection_that_the_target_ends_is_used_no_more(String header) throws IOException {
        Proxy proxy = proxy(true);
        try (Socket client = call(proxy)) {
            write(client, QUESTION);
            try (Socket behind = accept()) {
                answer(behind, ANSWER.replace("\r\ncontent", "\r\n" + header + "content"));
                assertThat(head(client)).startsWith("HTTP/1.1 200");
            }
            write(client, QUESTION);
            try (Socket behind = accept()) {
                answer(behind, ANSWER);
                assertThat(head(client)).startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void connections_to_targets_end_with_the_listener() throws IOException {
        Proxy proxy = proxy(true);
        try (Socket client = call(proxy)) {
            write(client, QUESTION);
            try (Socket behind = accept()) {
                answer(behind, ANSWER);
                assertThat(head(client)).startsWith("HTTP/1.1 200");

                proxy.endpoint().close();

                assertThat(behind.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    private Proxy proxy(boolean keepsUpstream) {
        Route route = new Route(
                new Targets(List.of((InetSocketAddress) target.getLocalSocketAddress())),
                Optional.empty(),
                "",
                true,
                0,
                0,
                Optional.empty(),
                List.of());
        ProxySettings.Limits limits = new ProxySettings.Limits(8_192, 65_536, Integer.MAX_VALUE, Integer.MAX_VALUE);
        return Proxy.open(
                loops,
                0,
                new ProxySettings(
                        "application-load-balancer",
                        Optional.empty(),
                        (host, head) -> route,
                        limits,
                        true,
                        true,
                        true,
                        80,
                        keepsUpstream,
                        0),
                new Tally("application-load-balancer", "edge"));
    }

    private static Socket call(Proxy proxy) throws IOException {
        InetSocketAddress address = proxy.endpoint().address();
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private Socket accept() throws IOException {
        Socket accepted = target.accept();
        accepted.setSoTimeout(20_000);
        return accepted;
    }

    /** How many connections to the target nobody has taken. */
    private int unasked() throws IOException {
        try (Socket more = target.accept()) {
            return more.isConnected() ? 1 : 0;
        } catch (SocketTimeoutException e) {
            return 0;
        }
    }

    /** Waits for a question, and gives this answer. */
    private static void answer(Socket behind, String answer) throws IOException {
        assertThat(head(behind)).startsWith("GET /");
        write(behind, answer);
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** What comes up to the empty line; an answer's body of two bytes is taken along. */
    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("the connection ends after <%s>", head).isNotNegative();
            head.append((char) next);
        }
        if (head.indexOf("HTTP/1.1 200") == 0) {
            socket.getInputStream().readNBytes(2);
        }
        return head.toString();
    }
}
