package dev.gatehouse.lab.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopsTest {
    @Test
    void listens_on_loopback_only() {
        try (Loops loops = Loops.start("loops-test", 1);
                Endpoint endpoint = loops.listen(channel -> {})) {
            assertThat(endpoint.address().getAddress().isLoopbackAddress()).isTrue();
        }
    }

    @Test
    void closes_what_it_accepted() throws IOException {
        try (Loops loops = Loops.start("loops-test", 1)) {
            Endpoint endpoint = loops.listen(
                    channel -> channel.writeAndFlush(channel.alloc().buffer().writeByte('x')));
            try (Socket client = new Socket(
                    endpoint.address().getAddress(), endpoint.address().getPort())) {
                assertThat(client.getInputStream().read()).isEqualTo('x');

                endpoint.close();
                endpoint.close();

                assertThat(client.getInputStream().read()).isEqualTo(-1);
                assertThat(refuses(endpoint)).isTrue();
            }
        }
    }

    @Test
    void leaves_no_thread() {
        Loops loops = Loops.start("loops-gone", 2);
        loops.group().forEach(loop -> loop.submit(() -> {}).syncUninterruptibly());
        assertThat(threads()).isNotEmpty();

        loops.close();

        assertThat(threads()).isEmpty();
    }

    @Test
    void closing_waits_for_nothing_that_looks_once_a_second() {
        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int i = 0; i < 30; i++) {
                Loops.start("loops-gone", 2).close();
            }
        });
    }

    private static boolean refuses(Endpoint endpoint) throws IOException {
        try (Socket client =
                new Socket(endpoint.address().getAddress(), endpoint.address().getPort())) {
            return !client.isConnected();
        } catch (ConnectException e) {
            return true;
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("loops-gone"))
                .toList();
    }
}
