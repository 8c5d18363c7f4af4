package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** TLS to an upstream whose certificate is not verified. */
final class UnverifiedUpstream implements Rule {
    private static final About ABOUT =
            About.of("GH-457", Severity.NOTE, Source.CODE, "TLS to an upstream whose certificate is not verified", """
            https:// before a service makes Emissary speak TLS, without a client certificate and without
            checking the upstream's. A TLSContext with a ca_secret, named in tls, checks it. There is one note
            for each namespace.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        Map<String, List<Written>> byNamespace = new TreeMap<>();
        for (Written mapping : scene.mappings()) {
            boolean secure = mapping.text("service").toLowerCase(Locale.ROOT).startsWith("https://");
            if (secure && !mapping.has("tls") && !mapping.flag("host_redirect")) {
                byNamespace
                        .computeIfAbsent(mapping.namespace(), namespace -> new ArrayList<>())
                        .add(mapping);
            }
        }
        byNamespace.forEach((namespace, mappings) -> {
            Written first = mappings.get(0);
            report.add(
                    first,
                    first.place("service"),
                    "https:// without tls"
                            + (mappings.size() == 1
                                    ? ""
                                    : ", as in " + (mappings.size() - 1) + " more of " + namespace),
                    "the upstream's certificate is not verified",
                    "name a TLSContext with a ca_secret in tls, if that matters");
        });
    }
}
