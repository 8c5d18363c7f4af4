package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A Host that is to end TLS, without tlsSecret. */
final class HostWithoutSecret implements Rule {
    private static final About ABOUT =
            About.of("GH-489", Severity.ERROR, Source.RUN, "a Host that is to end TLS, without tlsSecret", """
            Emissary ends TLS for a Host only where it has a tlsSecret. tls, tlsContext and acmeProvider without
            it do nothing, without a word: a client's handshake fails. Emissary speaks no ACME; acmeProvider
            only names a Secret.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written host : scene.of(Kind.HOST)) {
            List<String> fields = Stream.of("tls", "tlsContext", "acmeProvider")
                    .filter(host::has)
                    .toList();
            boolean none = host.has("acmeProvider")
                    && host.text("acmeProvider", "authority").equals("none");
            if (!fields.isEmpty() && !none && !host.has("tlsSecret", "name")) {
                report.add(
                        host,
                        host.place(fields.get(0)),
                        String.join(" and ", fields) + " without tlsSecret",
                        "no TLS is ended for " + (host.has("hostname") ? host.text("hostname") : "*")
                                + ", and no error is posted",
                        "add tlsSecret: {name: …}");
            }
        }
    }
}
