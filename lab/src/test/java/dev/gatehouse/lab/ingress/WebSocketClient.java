package dev.gatehouse.lab.ingress;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks WebSocket over a connection in the clear, one frame at a time. */
final class WebSocketClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final String host;

    WebSocketClient(InetSocketAddress address, String host) throws IOException {
        this.host = host;
        socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    /** The first line of the answer. */
    String open(String target, String header) throws IOException {
        out.write(("GET " + target + " HTTP/1.1\r\nhost: " + host + "\r\nconnection: Upgrade\r\nupgrade: websocket\r\n"
                        + "sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + header
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        String first = line();
        String line = line();
        while (!line.isEmpty()) {
            line = line();
        }
        return first;
    }

    /** What comes back for a text. */
    String echoed(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.writeByte(0x81);
        if (bytes.length < 126) {
            out.writeByte(0x80 | bytes.length);
        } else {
            out.writeByte(0x80 | 126);
            out.writeShort(bytes.length);
        }
        out.writeInt(0); // a mask that changes nothing
        out.write(bytes);
        if (in.readUnsignedByte() != 0x81) {
            throw new IOException("no text frame");
        }
        int length = in.readUnsignedByte();
        byte[] answer = new byte[length == 126 ? in.readUnsignedShort() : length];
        in.readFully(answer);
        return new String(answer, StandardCharsets.US_ASCII);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
