package dev.gatehouse.lab.tls;

import dev.gatehouse.lab.net.Identity;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.DomainWildcardMappingBuilder;
import io.netty.util.Mapping;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;

/** How a listener ends TLS: which certificate it shows to whom, and whether it asks for one. Thread-safe. */
public final class TlsListener {
    /** Both versions of HTTP, the newer first. */
    public static final List<String> HTTP_2_AND_1 = List.of("h2", "http/1.1");

    /** HTTP/1.1 only. */
    public static final List<String> HTTP_1 = List.of("http/1.1");

    private final Mapping<String, SslContext> byName;

    private TlsListener(Mapping<String, SslContext> byName) {
        this.byName = byName;
    }

    /**
     * A listener.
     *
     * @param byHost the certificate of each host; the first is shown to whoever asks for another name or for none
     * @param trusted whose client certificates are taken; empty: none is asked for
     * @param protocols what is agreed on by ALPN, preferred first
     * @throws IllegalArgumentException if {@code byHost} is empty
     */
    public static TlsListener of(
            Map<String, Identity> byHost, Collection<X509Certificate> trusted, List<String> protocols) {
        Map<String, SslContext> contexts = new LinkedHashMap<>();
        byHost.forEach((host, identity) -> contexts.put(host, context(identity, trusted, protocols)));
        SslContext first = contexts.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a TLS listener needs a certificate"));
        DomainWildcardMappingBuilder<SslContext> mapping = new DomainWildcardMappingBuilder<>(first);
        contexts.forEach(mapping::add);
        return new TlsListener(mapping.build());
    }

    /** What stands first in a connection's pipeline. */
    public ChannelHandler handler() {
        return new SniHandler(byName);
    }

    private static SslContext context(Identity identity, Collection<X509Certificate> trusted, List<String> protocols) {
        try {
            SslContextBuilder builder = SslContextBuilder.forServer(identity.key(), identity.chain())
                    .applicationProtocolConfig(alpn(protocols));
            if (!trusted.isEmpty()) {
                builder.trustManager(trusted).clientAuth(ClientAuth.REQUIRE);
            }
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("no TLS listener could be made: " + e.getMessage(), e);
        }
    }

    static ApplicationProtocolConfig alpn(List<String> protocols) {
        return protocols.isEmpty()
                ? ApplicationProtocolConfig.DISABLED
                : new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        protocols);
    }
}
