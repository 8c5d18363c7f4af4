package dev.gatehouse.lab.tls;

import dev.gatehouse.lab.net.Identity;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** How a connection begins with TLS. Thread-safe. */
public final class TlsSender {
    private static final int ANY_PORT = 443;

    private final SslContext context;

    private TlsSender(SslContext context) {
        this.context = context;
    }

    /**
     * As a balancer speaks to its targets: it takes whatever certificate they show.
     *
     * @param protocols what is offered by ALPN, preferred first; empty: nothing
     */
    public static TlsSender toTargets(List<String> protocols) {
        return build(
                SslContextBuilder.forClient()
                        .trustManager(InsecureTrustManagerFactory.INSTANCE)
                        .endpointIdentificationAlgorithm(""),
                protocols);
    }

    /**
     * As a client speaks to an entrance: it wants a certificate for the name it calls.
     *
     * @param trusted whose certificates it takes
     * @param own the certificate that it shows, if asked for one
     */
    public static TlsSender ofClient(X509Certificate trusted, Optional<Identity> own, List<String> protocols) {
        SslContextBuilder builder = SslContextBuilder.forClient().trustManager(trusted);
        own.ifPresent(identity -> builder.keyManager(identity.key(), identity.chain()));
        return build(builder.endpointIdentificationAlgorithm("HTTPS"), protocols);
    }

    /**
     * What stands first in a connection's pipeline.
     *
     * @param name the server name that is asked for; empty: none
     */
    public SslHandler handler(ByteBufAllocator allocator, String name) {
        return name.isEmpty() ? context.newHandler(allocator) : context.newHandler(allocator, name, ANY_PORT);
    }

    private static TlsSender build(SslContextBuilder builder, List<String> protocols) {
        try {
            return new TlsSender(builder.applicationProtocolConfig(TlsListener.alpn(protocols))
                    .build());
        } catch (SSLException e) {
            throw new IllegalStateException("no TLS connection could be prepared: " + e.getMessage(), e);
        }
    }
}
