package dev.gatehouse.lab.stage;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.HttpConversionUtil.ExtensionHeaderNames;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** What a layer 7 stage does to the heads of requests and answers. */
final class Heads {
    static final AsciiString HOP = AsciiString.cached("x-gatehouse-hop");
    static final AsciiString REASON = AsciiString.cached("x-gatehouse-reason");
    private static final AsciiString FORWARDED_FOR = AsciiString.cached("X-Forwarded-For");
    private static final AsciiString FORWARDED_PROTO = AsciiString.cached("X-Forwarded-Proto");
    private static final AsciiString FORWARDED_PORT = AsciiString.cached("X-Forwarded-Port");
    private static final AsciiString TRACE = AsciiString.cached("X-Amzn-Trace-Id");
    private static final AsciiString KEEP_ALIVE = AsciiString.cached("keep-alive");

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final List<AsciiString> EXTENSIONS = Arrays.stream(ExtensionHeaderNames.values())
            .map(ExtensionHeaderNames::text)
            .toList();

    private Heads() {}

    /** The host that a request is for, in lower case and without a port; empty if it names none. */
    static String host(HttpRequest head) {
        String host = head.headers().get(HttpHeaderNames.HOST);
        if (host == null) {
            return "";
        }
        int colon = host.lastIndexOf(':');
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    static boolean isGrpc(HttpRequest head) {
        String type = head.headers().get(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.startsWith("application/grpc");
    }

    static boolean isWebSocket(HttpRequest head) {
        return head.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
    }

    /** Makes a request fit to be sent on. */
    static void towardsTarget(Asked asked, ProxySettings settings, Route route, boolean upgrade) {
        HttpHeaders headers = asked.headers();
        if (!upgrade) {
            withoutHopByHop(headers);
        }
        if (settings.forwardsAddress()) {
            String before = headers.get(FORWARDED_FOR);
            headers.set(FORWARDED_FOR, before == null ? asked.client() : before + ", " + asked.client());
        }
        headers.set(FORWARDED_PROTO, settings.tls().isPresent() ? "https" : "http");
        headers.set(FORWARDED_PORT, String.valueOf(settings.clientPort()));
        if (!headers.contains(TRACE)) {
            headers.set(TRACE, trace());
        }
        route.certificateHeader()
                .ifPresent(name -> asked.certificate()
                        .ifPresentOrElse(shown -> certificate(headers, name, shown), () -> headers.remove(name)));
        asked.head().setProtocolVersion(HttpVersion.HTTP_1_1);
    }

    /** Makes an answer fit for the client. */
    static void towardsClient(HttpResponse answer, boolean keepAlive, boolean http2) {
        HttpHeaders headers = answer.headers();
        withoutHopByHop(headers);
        answer.setProtocolVersion(HttpVersion.HTTP_1_1);
        if (http2) {
            return;
        }
        if (!HttpUtil.isContentLengthSet(answer)
                && !HttpUtil.isTransferEncodingChunked(answer)
                && mayHaveBody(answer.status())) {
            HttpUtil.setTransferEncodingChunked(answer, true);
        }
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
    }

    /** An answer of the stage's own. */
    static FullHttpResponse refusal(Refusal refusal, boolean keepAlive) {
        byte[] text = (refusal.text() + "\n").getBytes(StandardCharsets.UTF_8);
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(refusal.status()), Unpooled.wrappedBuffer(text));
        answer.headers()
                .set(HOP, refusal.hop())
                .set(REASON, refusal.reason().word())
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, text.length);
        if (!keepAlive) {
            answer.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return answer;
    }

    private static boolean mayHaveBody(HttpResponseStatus status) {
        return status.code() >= 200 && status.code() != 204 && status.code() != 304;
    }

    /** What Netty adds where HTTP/2 becomes HTTP/1.1: it is nobody else's. */
    static void withoutExtensions(HttpHeaders headers) {
        for (AsciiString name : EXTENSIONS) {
            headers.remove(name);
        }
    }

    private static void withoutHopByHop(HttpHeaders headers) {
        if (headers.contains(HttpHeaderNames.CONNECTION)) {
            headers.remove(HttpHeaderNames.CONNECTION);
            headers.remove(HttpHeaderNames.UPGRADE);
        }
        headers.remove(KEEP_ALIVE);
    }

    private static void certificate(HttpHeaders headers, String name, X509Certificate shown) {
        headers.set(name, shown.getSubjectX500Principal().getName());
        String ending = "-Subject";
        if (name.startsWith("X-Amzn-Mtls-") && name.endsWith(ending)) {
            String base = name.substring(0, name.length() - ending.length());
            headers.set(base + "-Serial-Number", shown.getSerialNumber().toString(16));
            headers.set(base + "-Issuer", shown.getIssuerX500Principal().getName());
            headers.set(
                    base + "-Validity",
                    "NotBefore=" + shown.getNotBefore().toInstant() + ";NotAfter="
                            + shown.getNotAfter().toInstant());
        }
    }

    private static AsciiString trace() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] text = "Root=1-00000000-000000000000000000000000".getBytes(StandardCharsets.US_ASCII);
        hex(System.currentTimeMillis() / 1000, text, 7, 15);
        hex(random.nextLong(), text, 16, 32);
        hex(random.nextLong(), text, 32, 40);
        return new AsciiString(text, false);
    }

    private static void hex(long number, byte[] text, int from, int to) {
        long left = number;
        for (int i = to - 1; i >= from; i--) {
            text[i] = HEX[(int) (left & 15)];
            left >>>= 4;
        }
    }
}
