package dev.gatehouse.lab;

import dev.gatehouse.lab.net.Identity;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client of HTTP/1.1 that calls from an address of its own: 127.0.9.9. */
final class Caller implements AutoCloseable {
    static final String ADDRESS = "127.0.9.9";
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final String host;
    private final InputStream in;
    private final OutputStream out;

    /** An answer; its body as text. */
    record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /** The hop that answered by itself; empty if the answer came from behind. */
        String hop() {
            return header("x-gatehouse-hop");
        }
    }

    private Caller(Socket socket, String host) throws IOException {
        this.socket = socket;
        this.host = host;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    static Caller of(Lab lab, String entry, String model) throws IOException {
        Entrance entrance = lab.entrance(entry);
        boolean certificate = lab.topology()
                .needsClientCertificates(lab.topology().spec().entries().stream()
                        .filter(each -> each.name().equals(entry))
                        .findFirst()
                        .orElseThrow());
        return connect(
                entrance.address(model),
                entrance.tls(),
                entrance.host(),
                lab.authority().certificate(),
                certificate ? Optional.of(lab.authority().client("CN=partner-7,O=Partner")) : Optional.empty());
    }

    static Caller connect(
            InetSocketAddress address, boolean tls, String host, X509Certificate trusted, Optional<Identity> own)
            throws IOException {
        Socket plain = new Socket();
        plain.setSoTimeout(PATIENCE_MILLIS);
        plain.setTcpNoDelay(true);
        plain.bind(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0));
        plain.connect(address, PATIENCE_MILLIS);
        if (!tls) {
            return new Caller(plain, host);
        }
        SSLSocket secured =
                (SSLSocket) context(trusted, own).getSocketFactory().createSocket(plain, host, address.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return new Caller(secured, host);
    }

    private static SSLContext context(X509Certificate trusted, Optional<Identity> own) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("root", trusted);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            if (own.isPresent()) {
                keys.setKeyEntry(
                        "own", own.get().key(), new char[0], own.get().chain().toArray(Certificate[]::new));
            }
            KeyManagerFactory key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            key.init(keys, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(key.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    Answer get(String path) throws IOException {
        return call("GET", path, Map.of(), new byte[0]);
    }

    Answer call(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        send(method, path, headers, body);
        return answer();
    }

    void send(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("host", host);
        all.put("user-agent", "gatehouse-test");
        if (body.length > 0) {
            all.put("content-length", String.valueOf(body.length));
        }
        all.putAll(headers);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        out.write(bytes.toByteArray());
        out.flush();
    }

    /** Whether the other side has ended the connection; whatever it still had to say is read first. */
    boolean isOver() {
        try {
            while (in.read() >= 0) {
                // what was on its way
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    String read(int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    /** The head of the next answer; its body is left to be read. */
    Answer head() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        return new Answer(Integer.parseInt(status[1]), headers, "");
    }

    Answer answer() throws IOException {
        Answer head = head();
        while (head.status() == 100) {
            head = head();
        }
        StringBuilder body = new StringBuilder();
        if (head.header("transfer-encoding").contains("chunked")) {
            for (String piece = chunk(); !piece.isEmpty(); piece = chunk()) {
                body.append(piece);
            }
        } else if (!head.header("content-length").isEmpty()) {
            body.append(read(Integer.parseInt(head.header("content-length"))));
        }
        return new Answer(head.status(), head.headers(), body.toString());
    }

    /** The next chunk of a chunked body; empty at its end. */
    String chunk() throws IOException {
        int bytes = Integer.parseInt(line(), 16);
        String piece = read(bytes);
        line();
        return piece;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended after '" + line + "'");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
