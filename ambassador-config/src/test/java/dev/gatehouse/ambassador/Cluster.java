package dev.gatehouse.ambassador;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.RouteTable;
import java.util.List;

/** Manifests for tests, put together from short parts. */
public final class Cluster {
    private final StringBuilder text = new StringBuilder();

    /** A cluster with nothing in it. */
    public static Cluster empty() {
        return new Cluster();
    }

    /** A cleartext listener on port 8080 that routes everything, and a Host for everything. */
    public static Cluster open() {
        return empty().with(
                        "Listener",
                        "web",
                        "{port: 8080, protocol: HTTP, securityModel: INSECURE,"
                                + " hostBinding: {namespace: {from: ALL}}}")
                .with("Host", "all", "{hostname: '*', requestPolicy: {insecure: {action: Route}}}");
    }

    /** With a Mapping in namespace {@code serving}; the spec in YAML's flow style. */
    public Cluster mapping(String name, String spec) {
        return with("Mapping", name, spec);
    }

    /** With a resource in namespace {@code serving}. */
    public Cluster with(String kind, String name, String spec) {
        return with(kind, name, "serving", "", spec);
    }

    /** With a resource; labels in YAML's flow style, empty for none. */
    public Cluster with(String kind, String name, String namespace, String labels, String spec) {
        text.append("---\napiVersion: getambassador.io/v3alpha1\nkind: ").append(kind);
        text.append("\nmetadata: {name: ").append(name).append(", namespace: ").append(namespace);
        text.append(labels.isEmpty() ? "" : ", labels: " + labels)
                .append("}\nspec: ")
                .append(spec)
                .append('\n');
        return this;
    }

    /** What was read. */
    public Manifests manifests() {
        return Manifests.read(List.of(Source.of("cluster.yaml", text.toString())));
    }

    /** Its route table. */
    public RouteTable table() {
        return EmissaryRoutes.of(manifests());
    }
}
