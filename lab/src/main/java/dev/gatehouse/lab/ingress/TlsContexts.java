package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Certificates;
import dev.gatehouse.ambassador.envoy.Settings;
import dev.gatehouse.ambassador.route.TlsContext;
import dev.gatehouse.ambassador.route.Upstream;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Certificates and settings of TLS as Netty needs them. */
final class TlsContexts {
    private static final List<String> VERSIONS = List.of("v1.0", "v1.1", "v1.2", "v1.3");
    private static final List<String> NAMES = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    private static final int USUAL_MINIMUM = 2;

    private final Map<String, TlsContext> contexts = new HashMap<>();
    private final Certificates certificates;

    TlsContexts(List<TlsContext> contexts, Certificates certificates) {
        contexts.forEach(context -> this.contexts.put(context.name(), context));
        this.certificates = certificates;
    }

    /** What ends TLS; empty where the Secret of its certificate is not there. */
    Optional<SslContext> ending(String name) {
        TlsContext context = contexts.get(name);
        Certificates.Pem pem = context == null ? null : certificates.inline().get(context.secret());
        if (context == null || pem == null) {
            return Optional.empty();
        }
        Settings settings = new Settings(context.settings());
        try {
            SslContextBuilder builder = SslContextBuilder.forServer(stream(pem.certificate()), stream(pem.key()))
                    .protocols(versions(settings));
            List<String> protocols = protocols(settings);
            if (!protocols.isEmpty()) {
                builder.applicationProtocolConfig(alpn(protocols));
            }
            if (!settings.text("ca_secret").isEmpty()) {
                builder.trustManager(stream(authorities(context, settings)))
                        .clientAuth(settings.flag("cert_required") ? ClientAuth.REQUIRE : ClientAuth.OPTIONAL);
            }
            return Optional.of(builder.build());
        } catch (SSLException e) {
            throw new IllegalStateException("TLS context " + name + " can't be used: " + e.getMessage(), e);
        }
    }

    /** What TLS is spoken with to an upstream; empty for cleartext. Nobody checks the upstream's certificate. */
    Optional<SslContext> originating(Upstream upstream) {
        if (upstream.tls() instanceof Upstream.Tls.Cleartext) {
            return Optional.empty();
        }
        SslContextBuilder builder = SslContextBuilder.forClient()
                .endpointIdentificationAlgorithm(null)
                .trustManager(InsecureTrustManagerFactory.INSTANCE);
        if (upstream.settings().http2()) {
            builder.applicationProtocolConfig(alpn(List.of("h2")));
        }
        if (upstream.tls() instanceof Upstream.Tls.ByContext by) {
            TlsContext context = contexts.get(by.context());
            Certificates.Pem pem =
                    context == null ? null : certificates.inline().get(context.secret());
            if (pem != null) {
                builder.keyManager(stream(pem.certificate()), stream(pem.key()));
            }
        }
        try {
            return Optional.of(builder.build());
        } catch (SSLException e) {
            throw new IllegalStateException("no TLS to " + upstream.name() + ": " + e.getMessage(), e);
        }
    }

    private String authorities(TlsContext context, Settings settings) {
        String name = settings.text("ca_secret");
        Certificates.Pem pem = certificates
                .inline()
                .getOrDefault(
                        name + "." + context.origin().namespace(),
                        certificates.inline().get(name));
        if (pem == null) {
            throw new IllegalStateException(context.origin().subject() + " needs the Secret " + name
                    + " of the certificates, which hold "
                    + certificates.inline().keySet().stream().sorted().toList());
        }
        return pem.authorities();
    }

    private static ApplicationProtocolConfig alpn(List<String> protocols) {
        return new ApplicationProtocolConfig(
                Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT, protocols);
    }

    private static List<String> protocols(Settings settings) {
        return Arrays.stream(settings.text("alpn_protocols").split(",", -1))
                .map(String::strip)
                .filter(protocol -> !protocol.isEmpty())
                .toList();
    }

    private static List<String> versions(Settings settings) {
        int first = VERSIONS.indexOf(settings.text("min_tls_version"));
        int last = VERSIONS.indexOf(settings.text("max_tls_version"));
        return new ArrayList<>(
                NAMES.subList(first < 0 ? USUAL_MINIMUM : first, (last < 0 ? NAMES.size() - 1 : last) + 1));
    }

    private static InputStream stream(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    }
}
