package dev.gatehouse.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.model.topology.ClientAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PumpTest {
    private static final String CLIENT = "127.0.9.9";

    private final Loops loops = Loops.start("pump-test", 1);
    private final Tally tally = new Tally("network-load-balancer", "edge");
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

    private Pump pump(ClientAddress address, long idleNanos, long delayNanos) {
        Targets targets = new Targets(List.of((InetSocketAddress) target.getLocalSocketAddress()));
        return Pump.open(
                loops,
                0,
                new PumpSettings(targets, Optional.empty(), Optional.empty(), address, idleNanos, delayNanos),
                tally);
    }

    private static Socket call(Pump pump) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(20_000);
        socket.bind(new InetSocketAddress(InetAddress.getByName(CLIENT), 0));
        socket.connect(pump.endpoint().address());
        return socket;
    }

    private Socket accept() throws IOException {
        Socket accepted = target.accept();
        accepted.setSoTimeout(20_000);
        return accepted;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String read(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
    }

    @Test
    void passes_bytes_both_ways_and_the_end_of_each_on_its_own() throws IOException {
        Pump pump = pump(ClientAddress.LOST, 0, 0);
        try (Socket client = call(pump);
                Socket behind = accept()) {
            write(client, "question");
            client.shutdownOutput();
            assertThat(read(behind, 8)).isEqualTo("question");
            assertThat(behind.getInputStream().read()).isEqualTo(-1);

            write(behind, "a late answer");
            behind.shutdownOutput();

            assertThat(read(client, 13)).isEqualTo("a late answer");
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        assertThat(tally.counts().connections()).isEqualTo(1);
    }

    @Test
    void keeps_the_address_of_the_client_where_it_is_told_to() throws IOException {
        try (Socket client = call(pump(ClientAddress.KEPT, 0, 0));
                Socket behind = accept()) {
            assertThat(behind.getInetAddress().getHostAddress()).isEqualTo(CLIENT);
            assertThat(client.isConnected()).isTrue();
        }
        try (Socket client = call(pump(ClientAddress.LOST, 0, 0));
                Socket behind = accept()) {
            assertThat(behind.getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void introduces_the_client_by_the_proxy_protocol() throws IOException {
        try (Socket client = call(pump(ClientAddress.PROXY_PROTOCOL, 0, 0));
                Socket behind = accept()) {
            write(client, "data");

            byte[] header = behind.getInputStream().readNBytes(28);
            assertThat(new String(header, 0, 12, StandardCharsets.ISO_8859_1)).isEqualTo("\r\n\r\n\0\r\nQUIT\n");
            assertThat(header[12]).isEqualTo((byte) 0x21);
            assertThat(new byte[] {header[16], header[17], header[18], header[19]})
                    .isEqualTo(InetAddress.getByName(CLIENT).getAddress());
            assertThat(((header[24] & 0xff) << 8) | (header[25] & 0xff)).isEqualTo(client.getLocalPort());
            assertThat(read(behind, 4)).isEqualTo("data");
        }
    }

    @Test
    void reads_no_more_than_the_other_side_takes() throws IOException {
        int megabytes = 64;
        try (Socket client = call(pump(ClientAddress.LOST, 0, 0));
                Socket behind = accept()) {
            Thread sender = new Thread(() -> send(behind, megabytes));
            sender.start();
            InputStream in = client.getInputStream();
            byte[] piece = new byte[1 << 20];
            for (int megabyte = 0; megabyte < megabytes; megabyte++) {
                assertThat(in.readNBytes(piece, 0, piece.length)).isEqualTo(piece.length);
                assertThat(piece[0]).isEqualTo((byte) megabyte);
            }
            join(sender);
        }
    }

    private static void send(Socket to, int megabytes) {
        try {
            for (int megabyte = 0; megabyte < megabytes; megabyte++) {
                byte[] piece = new byte[1 << 20];
                piece[0] = (byte) megabyte;
                to.getOutputStream().write(piece);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ends_a_connection_that_is_silent_for_too_long() throws IOException {
        try (Socket client = call(pump(ClientAddress.LOST, TimeUnit.MILLISECONDS.toNanos(50), 0));
                Socket behind = accept()) {
            assertThat(ends(client)).isTrue();
            assertThat(ends(behind)).isTrue();
            assertThat(tally.counts().refused(Reason.IDLE)).isEqualTo(1);
        }
    }

    private static boolean ends(Socket socket) {
        try {
            return socket.getInputStream().read() == -1;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void holds_back_what_it_sends_and_keeps_its_order() throws IOException {
        long delay = TimeUnit.MILLISECONDS.toNanos(20);
        try (Socket client = call(pump(ClientAddress.LOST, 0, delay));
                Socket behind = accept()) {
            long sent = System.nanoTime();
            write(client, "first ");
            write(client, "second");

            assertThat(read(behind, 12)).isEqualTo("first second");
            assertThat(System.nanoTime() - sent).isGreaterThanOrEqualTo(delay);
        }
    }

    @Test
    void refuses_by_reset_where_no_target_is() throws IOException {
        Pump pump = pump(ClientAddress.LOST, 0, 0);
        target.close();
        try (Socket client = call(pump)) {
            assertThat(ends(client)).isTrue();
            assertThat(tally.counts().refused(Reason.NO_TARGET)).isEqualTo(1);
        }
    }
}
