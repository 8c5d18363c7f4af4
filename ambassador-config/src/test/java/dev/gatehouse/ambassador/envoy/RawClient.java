package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.explain.Request;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Sends requests exactly as they are written, which clients with manners don't. For one thread. */
public final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    /** What came back; status 0 where the connection was closed. */
    public record Received(int status, Map<String, String> headers) {
        static final Received NOTHING = new Received(0, Map.of());

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private record Line(Socket socket, InputStream in) {}

    private final Map<String, Line> open = new HashMap<>();
    private final SSLContext tls;

    public RawClient() throws GeneralSecurityException {
        tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new Trusting()}, null);
    }

    /**
     * Sends a request.
     *
     * @param port where to
     * @param overTls whether TLS is spoken; the server name is the host
     * @param proxied whether a PROXY header comes first
     */
    public Received send(int port, boolean overTls, boolean proxied, Request request) {
        String key = port + (overTls ? "/" + host(request) : "") + (proxied ? "/" + asked(request) : "");
        try {
            Line line = open.get(key);
            if (line == null) {
                line = connect(port, overTls, proxied, request);
                open.put(key, line);
            }
            line.socket().getOutputStream().write(text(request).getBytes(StandardCharsets.ISO_8859_1));
            Received received = receive(line.in());
            if (received.status() == 0
                    || received.status() == 101
                    || received.header("connection").equals("close")) {
                drop(key);
            }
            return received;
        } catch (IOException e) {
            drop(key);
            return Received.NOTHING;
        }
    }

    @Override
    public void close() {
        List.copyOf(open.keySet()).forEach(this::drop);
    }

    private void drop(String key) {
        Line line = open.remove(key);
        if (line != null) {
            try {
                line.socket().close();
            } catch (IOException e) {
                // it is closed either way
            }
        }
    }

    private Line connect(int port, boolean overTls, boolean proxied, Request request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        if (proxied) {
            socket.getOutputStream()
                    .write(("PROXY TCP4 192.0.2.7 192.0.2.8 1234 " + asked(request) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        if (overTls) {
            SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, host(request), port, true);
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host(request))));
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            socket = secure;
        }
        return new Line(socket, new BufferedInputStream(socket.getInputStream()));
    }

    private static String host(Request request) {
        return request.authority().replaceFirst(":[0-9]*$", "");
    }

    /** The port that the client of a balancer asks for. */
    private static String asked(Request request) {
        String port = request.authority().substring(host(request).length()).replace(":", "");
        return port.isEmpty() ? (request.secure() ? "443" : "80") : port;
    }

    private static String text(Request request) {
        StringBuilder text = new StringBuilder(request.method())
                .append(' ')
                .append(request.target())
                .append(" HTTP/1.1\r\nhost: ")
                .append(request.authority())
                .append("\r\n");
        request.headers()
                .forEach(header -> text.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n"));
        return text.append(request.method().equals("POST") ? "content-length: 0\r\n\r\n" : "\r\n")
                .toString();
    }

    private static Received receive(InputStream in) throws IOException {
        String status = line(in);
        if (status.isEmpty()) {
            return Received.NOTHING;
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        in.skipNBytes(Long.parseLong(headers.getOrDefault("content-length", "0")));
        return new Received(Integer.parseInt(status.substring(9, 12)), headers);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Believes every certificate: the one here signs itself. */
    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
