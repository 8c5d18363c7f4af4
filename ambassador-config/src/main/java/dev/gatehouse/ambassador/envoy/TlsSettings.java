package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.TlsContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How TLS is spoken, by TLS context. */
final class TlsSettings {
    private static final Map<String, String> VERSIONS =
            Map.of("v1.0", "TLSv1_0", "v1.1", "TLSv1_1", "v1.2", "TLSv1_2", "v1.3", "TLSv1_3");
    private static final String SOCKET = "envoy.transport_sockets.tls";
    private static final String PACKAGE = "extensions.transport_sockets.tls.v3.";

    private final Map<String, TlsContext> contexts = new HashMap<>();
    private final Certificates certificates;

    TlsSettings(List<TlsContext> contexts, Certificates certificates) {
        contexts.forEach(context -> this.contexts.put(context.name(), context));
        this.certificates = certificates;
    }

    /** Ends TLS. */
    Block ending(String context) {
        return Block.extension(SOCKET, ended(context, Block.typed(PACKAGE + "DownstreamTlsContext")));
    }

    /** Ends TLS inside QUIC. */
    Block endingQuic(String context) {
        return Block.extension(
                "envoy.transport_sockets.quic",
                Block.typed("extensions.transport_sockets.quic.v3.QuicDownstreamTransport")
                        .put("downstream_tls_context", ended(context, new Block())));
    }

    /** Originates TLS; without a context, neither is a certificate shown nor the other side's checked. */
    Block originating(Optional<String> context, String serverName) {
        Block socket = Block.typed(PACKAGE + "UpstreamTlsContext");
        Optional<TlsContext> found = context.map(contexts::get);
        socket.put("common_tls_context", found.map(this::shared).orElseGet(Block::new));
        String sni =
                found.map(each -> new Settings(each.settings()).text("sni")).orElse("");
        return Block.extension(SOCKET, socket.putText("sni", sni.isEmpty() ? serverName : sni));
    }

    private Block ended(String name, Block block) {
        TlsContext context = contexts.get(name);
        if (context == null) {
            throw new IllegalStateException("a listener needs TLS context " + name + " from the table, which has "
                    + contexts.keySet().stream().sorted().toList());
        }
        return block.put("common_tls_context", shared(context))
                .putFlag("require_client_certificate", new Settings(context.settings()).flag("cert_required"));
    }

    private Block shared(TlsContext context) {
        Settings settings = new Settings(context.settings());
        Block shared = new Block();
        certificate(context, settings).ifPresent(certificate -> shared.put("tls_certificates", List.of(certificate)));
        return shared.putBlock("validation_context", validation(context, settings))
                .putAll("alpn_protocols", protocols(settings))
                .putBlock("tls_params", parameters(settings));
    }

    private Optional<Block> certificate(TlsContext context, Settings settings) {
        if (!context.secret().isEmpty()) {
            return Optional.of(new Block()
                    .put("certificate_chain", certificates.certificate(context.secret()))
                    .put("private_key", certificates.key(context.secret())));
        }
        return settings.text("cert_chain_file").isEmpty()
                ? Optional.empty()
                : Optional.of(new Block()
                        .put("certificate_chain", file(settings, "cert_chain_file"))
                        .put("private_key", file(settings, "private_key_file")));
    }

    private Block validation(TlsContext context, Settings settings) {
        Block validation = new Block();
        if (!settings.text("ca_secret").isEmpty()) {
            validation.put("trusted_ca", certificates.authorities(secret(context, settings)));
        } else if (!settings.text("cacert_chain_file").isEmpty()) {
            validation.put("trusted_ca", file(settings, "cacert_chain_file"));
        }
        if (!settings.text("crl_file").isEmpty()) {
            validation.put("crl", file(settings, "crl_file"));
        }
        return validation;
    }

    /** A dot in the name stands before the namespace, unless {@code secret_namespacing} is off. */
    private static String secret(TlsContext context, Settings settings) {
        String name = settings.text("ca_secret");
        return name.contains(".") && settings.flag("secret_namespacing", true)
                ? name
                : name + "." + context.origin().namespace();
    }

    private static Block file(Settings settings, String name) {
        return new Block().put("filename", settings.text(name));
    }

    private static List<String> protocols(Settings settings) {
        return Arrays.stream(settings.text("alpn_protocols").split(",", -1))
                .map(String::strip)
                .filter(protocol -> !protocol.isEmpty())
                .toList();
    }

    private static Block parameters(Settings settings) {
        return new Block()
                .putText("tls_minimum_protocol_version", VERSIONS.getOrDefault(settings.text("min_tls_version"), ""))
                .putText("tls_maximum_protocol_version", VERSIONS.getOrDefault(settings.text("max_tls_version"), ""))
                .putAll("cipher_suites", settings.texts("cipher_suites"))
                .putAll("ecdh_curves", settings.texts("ecdh_curves"));
    }
}
