package dev.gatehouse.lab.ingress;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Finds out who is at the other end of a connection. */
final class Callers {
    private static final AttributeKey<Proxied> PROXIED = AttributeKey.valueOf(Callers.class, "proxied");
    private static final AttributeKey<Caller> CALLER = AttributeKey.valueOf(Callers.class, "caller");

    /** What a PROXY header told. */
    private record Proxied(String address, int port) {}

    private Callers() {}

    /** Who calls; found out once for each connection, when its TLS is agreed on. */
    static Caller of(Channel channel) {
        boolean http2 = channel instanceof Http2StreamChannel;
        Channel connection = channel instanceof Http2StreamChannel stream ? stream.parent() : channel;
        Caller known = connection.attr(CALLER).get();
        if (known == null) {
            known = found(connection, http2);
            connection.attr(CALLER).set(known);
        }
        return known;
    }

    private static Caller found(Channel connection, boolean http2) {
        Proxied proxied = connection.attr(PROXIED).get();
        boolean loopback = connection.remoteAddress() instanceof InetSocketAddress;
        String address = proxied != null
                ? proxied.address()
                : loopback
                        ? ((InetSocketAddress) connection.remoteAddress())
                                .getAddress()
                                .getHostAddress()
                        : "";
        int port = proxied != null
                ? proxied.port()
                : connection.localAddress() instanceof InetSocketAddress local ? local.getPort() : 0;
        SslHandler tls = connection.pipeline().get(SslHandler.class);
        if (tls == null) {
            return new Caller(address, port, proxied != null, false, "", http2, "", "");
        }
        SSLSession session = tls.engine().getSession();
        X509Certificate shown = shown(session);
        return new Caller(
                address,
                port,
                proxied != null,
                true,
                serverName(session),
                http2,
                shown == null ? "" : "Hash=" + hash(shown),
                shown == null ? "" : shown.getSubjectX500Principal().getName());
    }

    private static String serverName(SSLSession session) {
        if (session instanceof ExtendedSSLSession extended) {
            for (SNIServerName name : extended.getRequestedServerNames()) {
                if (name instanceof SNIHostName host) {
                    return host.getAsciiName().toLowerCase(Locale.ROOT);
                }
            }
        }
        return "";
    }

    private static @Nullable X509Certificate shown(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate first ? first : null;
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }

    private static String hash(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes what a PROXY header tells. */
    static final class ProxyHeader extends SimpleChannelInboundHandler<HAProxyMessage> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, HAProxyMessage header) {
            String source = header.sourceAddress();
            if (source != null) {
                context.channel().attr(PROXIED).set(new Proxied(source, header.destinationPort()));
            }
            context.pipeline().remove(this);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
