package dev.gatehouse.lab.stage;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Optional;

/** What a layer 7 stage refuses by itself, whatever the route, and the words that it uses. */
final class Admission {
    private Admission() {}

    /** What is wrong with a request before it is known where it goes. */
    static Optional<Refusal> refusal(Asked asked, ProxySettings settings) {
        if (asked.head().decoderResult().isFailure()) {
            return Optional.of(undecodable(asked.head().decoderResult().cause(), settings));
        }
        if (!settings.carriesGrpc() && Heads.isGrpc(asked.head())) {
            return Optional.of(refusal(settings, 415, Reason.NO_GRPC, "gRPC does not pass here"));
        }
        if (!settings.carriesWebSocket() && Heads.isWebSocket(asked.head())) {
            return Optional.of(refusal(settings, 403, Reason.NO_WEBSOCKET, "connections are not upgraded here"));
        }
        String length = asked.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && isOver(length, settings.limits().bodyBytes())
                ? Optional.of(longBody(settings))
                : Optional.empty();
    }

    static Refusal longBody(ProxySettings settings) {
        return refusal(
                settings,
                413,
                Reason.LONG_BODY,
                "the body is longer than " + settings.limits().bodyBytes() + " bytes");
    }

    static Refusal longAnswer(ProxySettings settings) {
        return refusal(
                settings,
                500,
                Reason.LONG_ANSWER,
                "the answer is longer than " + settings.limits().answerBytes() + " bytes");
    }

    static Refusal noTarget(ProxySettings settings, String why) {
        return refusal(settings, 503, Reason.NO_TARGET, why);
    }

    static Refusal targetLeft(ProxySettings settings) {
        return refusal(settings, 502, Reason.TARGET_LEFT, "the target closed the connection before it answered");
    }

    static Refusal late(ProxySettings settings, Reason reason) {
        return refusal(settings, 504, reason, "the target did not answer in time");
    }

    /** What a client that asks before it sends a body is told. */
    static FullHttpResponse goOn() {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER);
    }

    private static Refusal undecodable(Throwable cause, ProxySettings settings) {
        if (cause instanceof TooLongHttpLineException) {
            return refusal(
                    settings,
                    414,
                    Reason.LONG_LINE,
                    "the request line is longer than " + settings.limits().lineBytes() + " bytes");
        }
        return cause instanceof TooLongFrameException
                ? refusal(
                        settings,
                        431,
                        Reason.LONG_HEADERS,
                        "the headers are longer than " + settings.limits().headerBytes() + " bytes")
                : refusal(settings, 400, Reason.MALFORMED, "this is no HTTP/1.1 request");
    }

    private static boolean isOver(String length, int limit) {
        try {
            return Long.parseLong(length.trim()) > limit;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Refusal refusal(ProxySettings settings, int status, Reason reason, String text) {
        return new Refusal(status, settings.hop(), reason, text);
    }
}
