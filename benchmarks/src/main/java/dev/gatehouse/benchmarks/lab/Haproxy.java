package dev.gatehouse.benchmarks.lab;

import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Loops;
import io.netty.channel.ChannelHandlerAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An haproxy of one thread with one listener.
 *
 * @param child its process
 * @param port where it listens on loopback
 */
record Haproxy(Child child, int port) implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int TRIES = 500;

    private static final String COMMON = """
            global
              nbthread 1
              maxconn 1000
            defaults
              timeout connect 5s
              timeout client 350s
              timeout server 60s
            """;

    /** A server whose every answer is the same short JSON. */
    static Haproxy server(Path folder, Cores cores, Loops loops) throws IOException {
        return start(folder, cores, loops, """
            listen server
              mode http
              bind 127.0.0.1:%d
              http-request return status 200 content-type application/json string "{\\"score\\": 0.5}"
            """);
    }

    /** What {@code mode tcp} makes of connections. */
    static Haproxy tcp(Path folder, Cores cores, Loops loops, int target) throws IOException {
        return start(folder, cores, loops, """
            listen layer-4
              mode tcp
              bind 127.0.0.1:%%d
              server target 127.0.0.1:%d
            """.formatted(target));
    }

    /** What {@code mode http} makes of requests, with the headers that the lab's stage adds but for its trace id. */
    static Haproxy http(Path folder, Cores cores, Loops loops, int target) throws IOException {
        return start(folder, cores, loops, """
            listen layer-7
              mode http
              bind 127.0.0.1:%%d
              option forwardfor
              http-request set-header X-Forwarded-Proto http
              http-request set-header X-Forwarded-Port 80
              server target 127.0.0.1:%d
            """.formatted(target));
    }

    private static Haproxy start(Path folder, Cores cores, Loops loops, String section) throws IOException {
        int port = free(loops);
        Path file = folder.resolve("haproxy-" + port + ".cfg");
        Files.writeString(file, COMMON + section.formatted(port));
        Child child = Child.on(cores, List.of("haproxy", "-db", "-q", "-f", file.toString()));
        for (int i = 0; !listens(loops, port); i++) {
            if (i == TRIES) {
                child.close();
                throw new IOException("haproxy does not listen on port " + port);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return new Haproxy(child, port);
    }

    /** A port that was free a moment ago: haproxy does not say which one it chose itself. */
    private static int free(Loops loops) {
        try (Endpoint endpoint = loops.listen(channel -> {})) {
            return endpoint.address().getPort();
        }
    }

    private static boolean listens(Loops loops, int port) {
        var connecting = loops.connect(
                loops.group().next(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                new ChannelHandlerAdapter() {});
        boolean listens = connecting.awaitUninterruptibly().isSuccess();
        connecting.channel().close().awaitUninterruptibly();
        return listens;
    }

    @Override
    public void close() throws IOException {
        child.close();
    }
}
