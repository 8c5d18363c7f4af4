package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A tls that names no TLSContext, or contradicts http://. */
final class UnknownTlsContext implements Rule {
    private static final About ABOUT = About.of(
            "GH-451", Severity.ERROR, Source.RUN, "a tls that names no TLSContext, or contradicts http://", """
            tls names the TLSContext by which Emissary speaks TLS to the upstream. If there is none of that name
            it posts an error and speaks cleartext; beside http:// it speaks TLS although the service says
            otherwise.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        Set<String> known = new HashSet<>();
        scene.table().tlsContexts().forEach(context -> known.add(context.name()));
        for (Kind kind : List.of(Kind.MAPPING, Kind.TCP_MAPPING, Kind.AUTH_SERVICE, Kind.RATE_LIMIT_SERVICE)) {
            for (Written written : scene.of(kind)) {
                String name = written.text("tls");
                String service = written.text(kind == Kind.AUTH_SERVICE ? "auth_service" : "service");
                if (!name.isEmpty() && !name.equals("true") && !known.contains(name)) {
                    report.add(
                            written,
                            written.place("tls"),
                            "there is no usable TLSContext " + name + Nearest.hint(name, known),
                            "Emissary posts an error, and speaks "
                                    + (service.startsWith("https://")
                                            ? "TLS without a client certificate"
                                            : "cleartext"),
                            "name a TLSContext, or write https:// before the service");
                } else if (!name.isEmpty() && service.toLowerCase(Locale.ROOT).startsWith("http://")) {
                    report.add(
                            written,
                            written.place("tls"),
                            "tls " + name + " beside a service that begins with http://",
                            "Emissary posts an error, and speaks TLS",
                            "write https:// before the service, or remove tls");
                }
            }
        }
    }
}
