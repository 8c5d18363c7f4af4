package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.util.List;
import java.util.regex.Pattern;

/** A hostname with a port. */
final class HostnameWithPort implements Rule {
    private static final About ABOUT = About.of("GH-492", Severity.WARNING, Source.RUN, "a hostname with a port", """
            A port in a hostname counts as text: Host models.example:8080 does not take a Mapping with hostname
            models.example, and answers only requests whose Host header has the port.""");
    private static final Pattern PORT = Pattern.compile(":[0-9]+$");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Kind kind : List.of(Kind.HOST, Kind.MAPPING)) {
            for (Written written : scene.of(kind)) {
                String hostname = written.text("hostname");
                if (PORT.matcher(hostname).find() && !meant(scene, kind, hostname)) {
                    report.add(
                            written,
                            written.place("hostname"),
                            "hostname " + hostname + " has a port",
                            kind == Kind.HOST
                                    ? "only Mappings whose hostname has the same port are behind it"
                                    : "only a Host whose hostname has the same port takes it",
                            "leave the port out");
                }
            }
        }
    }

    /** Whether a Host and a Mapping agree on the port, and so mean it. */
    private static boolean meant(Scene scene, Kind kind, String hostname) {
        return scene.of(kind == Kind.HOST ? Kind.MAPPING : Kind.HOST).stream()
                .anyMatch(other -> other.text("hostname").equals(hostname));
    }
}
