package dev.gatehouse.report.guide;

import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.PrivateAdmin;
import dev.gatehouse.model.topology.Topology;
import java.util.List;
import java.util.Optional;

/** Requests that show whether a deployed design does what it shall. */
final class Probes {
    private final Topology topology;
    private final PlatformSpec spec;
    private final StringBuilder text = new StringBuilder();

    private Probes(Topology topology) {
        this.topology = topology;
        this.spec = topology.spec();
    }

    /** The probes of every public entry that has a model; empty if there is none. */
    static Optional<String> of(Topology topology) {
        Probes probes = new Probes(topology);
        topology.spec().entries().stream().filter(Entry::isPublic).forEach(probes::entry);
        probes.crossing();
        return probes.text.length() == 0
                ? Optional.empty()
                : Optional.of(
                        "Each line prints a status code. `TOKEN` and `API_KEY` are a caller's own, as are `client.pem` and `client.key`.\n\n```sh\n"
                                + probes.text + "```\n");
    }

    private void entry(Entry entry) {
        List<Model> models = spec.modelsOf(entry);
        if (models.isEmpty()) {
            return;
        }
        Model model = models.get(0);
        say("the model's own answer, not 404, 502, 503 or 504");
        call(entry, model.path(), identified(entry, model));
        if (topology.needsClientCertificates(entry)) {
            say("000 or 403: no certificate, no answer");
            call(entry, model.path(), "");
        }
        if (spec.requirement(Jwt.class, entry, model).isPresent()) {
            say("401 or 403: no token, no answer");
            call(entry, model.path(), certificate(entry));
        }
        spec.requirement(PrivateAdmin.class, entry)
                .flatMap(admin -> admin.paths().stream().findFirst())
                .ifPresent(path -> {
                    say("404: " + path + " is not for the public");
                    call(entry, path, identified(entry, model));
                });
    }

    /** Every pair of public entries: a host is not served at another entry's door. */
    private void crossing() {
        List<Entry> entries = spec.entries().stream()
                .filter(entry -> entry.isPublic() && !spec.modelsOf(entry).isEmpty())
                .toList();
        for (Entry door : entries) {
            for (Entry asked : entries) {
                if (!door.equals(asked)) {
                    say("not 2xx: " + asked.name() + " is not served at the door of " + door.name());
                    call(
                            door,
                            spec.modelsOf(asked).get(0).path(),
                            certificate(door) + "-H " + Shell.quoted("Host: " + asked.host()) + " ");
                }
            }
        }
    }

    private void say(String expected) {
        text.append("# ").append(Shell.comment(expected)).append('\n');
    }

    private void call(Entry entry, String path, String options) {
        int port = topology.clientPort(entry);
        String scheme = topology.clientsSpeakTls(entry) ? "https://" : "http://";
        String at = port == 443 && topology.clientsSpeakTls(entry) ? "" : ":" + port;
        text.append("curl -sS -o /dev/null -w '%{http_code}\\n' ")
                .append(options)
                .append(Shell.quoted(scheme + entry.host() + at + path))
                .append('\n');
    }

    private String identified(Entry entry, Model model) {
        boolean keyed = spec.consumers()
                .identity(entry)
                .filter(identity -> identity.by() == Identity.By.API_KEY)
                .isPresent();
        return certificate(entry)
                + (keyed ? "-H \"x-api-key: $API_KEY\" " : "")
                + (spec.requirement(Jwt.class, entry, model).isPresent() ? "-H \"Authorization: Bearer $TOKEN\" " : "");
    }

    private String certificate(Entry entry) {
        return topology.needsClientCertificates(entry) ? "--cert client.pem --key client.key " : "";
    }
}
