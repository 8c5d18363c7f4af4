package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.explain.NormalPath;
import dev.gatehouse.ambassador.route.Listener;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A request after the listener has worked on it.
 *
 * @param refusal the status that it is answered with before any route; 0 for none
 * @param asked what routes look at
 * @param client the client's address as far as the hops in front are believed
 */
record Arrival(int refusal, Asked asked, String client) {
    private static final AsciiString XFF = AsciiString.cached("x-forwarded-for");
    private static final AsciiString XFP = AsciiString.cached("x-forwarded-proto");
    private static final AsciiString XFCC = AsciiString.cached("x-forwarded-client-cert");
    private static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");

    /** What a client can't say: it is for proxies in front and for Envoy itself. */
    private static final List<AsciiString> INTERNAL = Stream.of(
                    "x-http2-scheme",
                    "x-http2-path",
                    "x-http2-stream-id",
                    "x-envoy-original-path",
                    "x-envoy-external-address",
                    "x-envoy-expected-rq-timeout-ms",
                    "x-envoy-upstream-rq-timeout-ms",
                    "x-envoy-upstream-rq-per-try-timeout-ms",
                    "x-envoy-max-retries",
                    "x-envoy-retry-on",
                    "x-envoy-internal")
            .map(AsciiString::cached)
            .toList();

    /** Works on a request: its headers are changed. */
    static Arrival of(HttpRequest request, Caller caller, Listener listener, Manners manners) {
        HttpHeaders headers = request.headers();
        for (AsciiString name : INTERNAL) {
            headers.remove(name);
        }
        String target = request.uri();
        String authority = Optional.ofNullable(headers.get("host")).orElse("");
        if (!target.startsWith("/") && target.contains("://")) {
            int host = target.indexOf("://") + 3;
            int path = target.indexOf('/', host);
            authority = target.substring(host, path < 0 ? target.length() : path);
            target = path < 0 ? "/" : target.substring(path);
            headers.set("host", authority);
        }
        if (manners.stripPort()) {
            int port = Asked.port(authority);
            if (port != 0 && (port == caller.askedPort() || (!caller.proxied() && port == listener.port()))) {
                authority = Asked.host(authority);
                headers.set("host", authority);
            }
        }
        int refusal = request.decoderResult().isFailure() ? failed(request) : 0;
        if (refusal == 0 && HttpUtil.isContentLengthSet(request) && HttpUtil.isTransferEncodingChunked(request)) {
            refusal = 400;
        }
        if (refusal == 0 && request.protocolVersion().minorVersion() == 0 && !caller.http2() && !manners.oldVersion()) {
            refusal = 426;
        }
        int end = target.indexOf('?');
        String path = end < 0 ? target : target.substring(0, end);
        String query = end < 0 ? "" : target.substring(end);
        if (refusal == 0) {
            Optional<String> normal = normal(target, path, manners);
            refusal = normal.isEmpty() || authority.isEmpty() ? 400 : 0;
            path = normal.orElse(path);
        }
        boolean trusting = listener.trustedHops() > 0 || !manners.remoteAddress();
        if (!trusting || !headers.contains(XFP)) {
            headers.set(XFP, caller.tls() ? "https" : "http");
        }
        String client = client(headers, caller, listener.trustedHops(), manners.remoteAddress());
        certificate(headers, caller, manners.certificate());
        if (!headers.contains(REQUEST_ID) || (!manners.keepRequestId() && !trusting)) {
            headers.set(REQUEST_ID, requestId());
        }
        return new Arrival(
                refusal, new Asked(request.method().name(), caller.tls(), authority, path, query, headers), client);
    }

    private static int failed(HttpRequest request) {
        return request.decoderResult().cause() instanceof io.netty.handler.codec.http.TooLongHttpHeaderException
                ? 431
                : 400;
    }

    /** Empty where Envoy answers 400. */
    private static Optional<String> normal(String target, String path, Manners manners) {
        if (isPlain(path) && NormalPath.readable(target)) {
            return Optional.of(path);
        }
        if (!target.startsWith("/") || !NormalPath.readable(target)) {
            return Optional.empty();
        }
        if (manners.refuseEscapedSlashes()) {
            String lower = path.toLowerCase(Locale.ROOT);
            if (lower.contains("%2f") || lower.contains("%5c")) {
                return Optional.empty();
            }
        }
        return NormalPath.of(path, manners.mergeSlashes());
    }

    /** Whether nothing in it could become something else: letters, digits, single slashes and a few marks. */
    private static boolean isPlain(String path) {
        char before = ' ';
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == ':'
                    || (c == '/' && before != '/')
                    || (c == '.' && before != '/' && before != '.');
            if (!plain) {
                return false;
            }
            before = c;
        }
        return before != ' ' && path.charAt(0) == '/';
    }

    /** The client's address: the one that the last hop that is believed has written. */
    private static String client(HttpHeaders headers, Caller caller, int hops, boolean remoteAddress) {
        String before = headers.contains(XFF) ? String.join(",", headers.getAll(XFF)) : "";
        String peer = caller.address();
        String client = peer;
        int back = remoteAddress ? hops - 1 : hops;
        if (back >= 0 && !before.isEmpty()) {
            String[] all = before.split(",", -1);
            client = back < all.length ? all[all.length - 1 - back].strip() : peer;
        }
        if (remoteAddress) {
            headers.set(XFF, before.isEmpty() ? peer : before + "," + peer);
        }
        return client;
    }

    private static void certificate(HttpHeaders headers, Caller caller, Manners.Details details) {
        headers.remove(XFCC);
        if (details.told() && !caller.certificate().isEmpty()) {
            headers.set(
                    XFCC,
                    details.subject()
                            ? caller.certificate() + ";Subject=\"" + caller.subject() + "\""
                            : caller.certificate());
        }
    }

    private static String requestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
