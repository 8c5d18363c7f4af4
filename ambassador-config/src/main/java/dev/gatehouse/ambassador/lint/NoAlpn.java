package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.TlsContext;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** TLS without ALPN, where gRPC is served. */
final class NoAlpn implements Rule {
    private static final About ABOUT =
            About.of("GH-493", Severity.WARNING, Source.RUN, "TLS without ALPN, where gRPC is served", """
            Clients agree on HTTP/2 by ALPN, and gRPC needs HTTP/2. alpn_protocols is unset by default, so a
            client can't speak gRPC to Emissary over TLS.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        boolean grpc = scene.mappings().stream().anyMatch(mapping -> mapping.flag("grpc"));
        for (TlsContext context : grpc ? scene.table().tlsContexts() : List.<TlsContext>of()) {
            boolean http2 =
                    String.valueOf(context.settings().get("alpn_protocols")).contains("h2");
            if (!http2 && !context.hosts().isEmpty()) {
                scene.resource(context.origin())
                        .ifPresent(written -> report.add(
                                written,
                                written.place(written.kind() == Kind.HOST ? "tlsSecret" : "hosts"),
                                "no alpn_protocols for " + String.join(", ", context.hosts()),
                                "clients can't agree on HTTP/2, so gRPC calls over TLS fail",
                                written.kind() == Kind.HOST
                                        ? "add tls: {alpn_protocols: \"h2,http/1.1\"}"
                                        : "add alpn_protocols: \"h2,http/1.1\""));
            }
        }
    }
}
