package dev.gatehouse.lab.server;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tells what of a request has arrived. */
final class Echo {
    private Echo() {}

    static FullHttpResponse of(Channel channel, Served served, Asking asking) {
        boolean http2 = channel instanceof Http2StreamChannel;
        Channel connection = channel instanceof Http2StreamChannel stream ? stream.parent() : channel;
        Map<String, List<String>> headers = new TreeMap<>();
        for (String name : asking.wish().headers().names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            headers.put(lower, asking.wish().headers().getAll(lower));
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("model", served.model().name());
        told.put("variant", served.variant().word());
        told.put("method", asking.wish().request().method().name());
        told.put("target", asking.wish().request().uri());
        told.put("headers", headers);
        told.put("bytes", asking.bytes());
        told.put("http2", http2);
        told.put("tls", connection.pipeline().get(SslHandler.class) != null);
        told.put(
                "peer",
                connection.remoteAddress() instanceof InetSocketAddress peer
                        ? peer.getAddress().getHostAddress()
                        : "");
        return Bodies.json(told);
    }
}
