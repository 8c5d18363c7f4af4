package dev.gatehouse.ambassador.envoy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Servers on loopback, one for each upstream. Each answers 200 with its own name and with the path and the host that it
 * saw; upgrades it accepts. One thread serves all.
 */
final class StubUpstreams implements AutoCloseable {
    private static final String SHADOW = "-shadow";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A copy of a request: who got it, and with which path. */
    record Copy(String upstream, String target) {}

    /** One connection's bytes that are no whole request yet. */
    private record Connection(String upstream, StringBuilder pending) {}

    private final Selector selector = Selector.open();
    private final List<ServerSocketChannel> servers = new ArrayList<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, List<Copy>> copies = new HashMap<>();
    private final Thread thread = new Thread(this::serve, "stub upstreams");

    StubUpstreams(List<String> names) throws IOException {
        for (String name : names) {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT, name);
            servers.add(server);
            ports.put(name, server.socket().getLocalPort());
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** Where they are. */
    Upstreams addresses() {
        Upstreams upstreams = Upstreams.none();
        for (Map.Entry<String, Integer> port : ports.entrySet()) {
            upstreams = upstreams.with(port.getKey(), "127.0.0.1", port.getValue());
        }
        return upstreams;
    }

    /**
     * The copies that arrived of the request whose header {@code x-probe} says {@code probe}. Waits for as many as are
     * due, since Envoy answers the client without waiting for them.
     */
    List<Copy> copies(String probe, int due) {
        synchronized (copies) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (copies.getOrDefault(probe, List.of()).size() < due && System.nanoTime() < end) {
                try {
                    copies.wait(100);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return List.copyOf(copies.getOrDefault(probe, List.of()));
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void serve() {
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        try {
            while (selector.isOpen()) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key, buffer);
                }
                selector.selectedKeys().clear();
            }
        } catch (ClosedSelectorException e) {
            // the end
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key, ByteBuffer buffer) throws IOException {
        if (!key.isValid()) {
            return;
        }
        if (key.channel() instanceof ServerSocketChannel server) {
            SocketChannel accepted = server.accept();
            if (accepted != null) {
                accepted.configureBlocking(false);
                accepted.socket().setTcpNoDelay(true);
                accepted.register(
                        selector, SelectionKey.OP_READ, new Connection((String) key.attachment(), new StringBuilder()));
            }
            return;
        }
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                channel.close();
                return;
            }
            Connection connection = (Connection) key.attachment();
            connection.pending().append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
            answer(channel, connection);
        } catch (IOException e) {
            channel.close();
        }
    }

    private void answer(SocketChannel channel, Connection connection) throws IOException {
        StringBuilder pending = connection.pending();
        for (int end = pending.indexOf("\r\n\r\n"); end >= 0; end = pending.indexOf("\r\n\r\n")) {
            String[] lines = pending.substring(0, end).split("\r\n", -1);
            pending.delete(0, end + 4);
            String target = lines[0].split(" ", -1)[1];
            Map<String, String> headers = new LinkedHashMap<>();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.put(
                        lines[i].substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
            String host = headers.getOrDefault("host", "");
            if (host.contains(SHADOW)) {
                synchronized (copies) {
                    copies.computeIfAbsent(headers.getOrDefault("x-probe", ""), probe -> new ArrayList<>())
                            .add(new Copy(connection.upstream(), target));
                    copies.notifyAll();
                }
            }
            boolean upgrade = headers.containsKey("upgrade");
            String answer = (upgrade
                            ? "HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: "
                                    + headers.get("upgrade")
                            : "HTTP/1.1 200 OK\r\ncontent-length: 0")
                    + "\r\nx-upstream: " + connection.upstream() + "\r\nx-target: " + target + "\r\nx-host: " + host
                    + "\r\n\r\n";
            ByteBuffer bytes = ByteBuffer.wrap(answer.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
