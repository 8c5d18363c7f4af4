package dev.gatehouse.lab.stage;

import io.netty.channel.ChannelOutboundInvoker;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;

/**
 * A head that waits until the end of what was read with it: if its message ends there too, both leave as one, in one
 * buffer and one call of the system. Lives on one loop.
 */
final class WaitingHead {
    private @Nullable HttpMessage head;

    /** Takes a head that is to leave, and is no whole message by itself. */
    void await(HttpMessage next) {
        head = next;
    }

    /** Writes what follows the head, with the head if that still waits. */
    void write(ChannelOutboundInvoker to, Object part) {
        HttpMessage first = head;
        head = null;
        if (first == null) {
            to.write(part);
        } else if (part instanceof LastHttpContent last) {
            to.write(whole(first, last));
        } else {
            to.write(first);
            to.write(part);
        }
    }

    /** Sends all that there is. */
    void flush(ChannelOutboundInvoker to) {
        HttpMessage first = head;
        if (first != null) {
            head = null;
            to.write(first);
        }
        to.flush();
    }

    /** Forgets the head. */
    void drop() {
        head = null;
    }

    private static HttpMessage whole(HttpMessage head, LastHttpContent last) {
        if (head instanceof HttpRequest request) {
            return new DefaultFullHttpRequest(
                    request.protocolVersion(),
                    request.method(),
                    request.uri(),
                    last.content(),
                    request.headers(),
                    last.trailingHeaders());
        }
        HttpResponse answer = (HttpResponse) head;
        return new DefaultFullHttpResponse(
                answer.protocolVersion(), answer.status(), last.content(), answer.headers(), last.trailingHeaders());
    }
}
