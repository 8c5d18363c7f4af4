package dev.gatehouse.benchmarks.ambassador;

/** Manifests of a large platform: teams with models of their own, a canary on every fourth, one Listener, ten Hosts. */
final class ManyMappings {
    private static final int HOSTS = 10;
    private static final int TEAMS = 50;

    private ManyMappings() {}

    /** Manifests with {@code mappings} Mappings, the same text on each call. */
    static String text(int mappings) {
        StringBuilder text = new StringBuilder(mappings * 300);
        text.append("""
                apiVersion: getambassador.io/v3alpha1
                kind: Listener
                metadata: { name: web, namespace: platform }
                spec:
                  port: 8080
                  protocol: HTTP
                  securityModel: XFP
                  l7Depth: 1
                  hostBinding: { namespace: { from: ALL } }
                """);
        for (int host = 0; host < HOSTS; host++) {
            text.append("""
                    ---
                    apiVersion: getambassador.io/v3alpha1
                    kind: Host
                    metadata: { name: host-%1$d, namespace: platform }
                    spec:
                      hostname: models-%1$d.bank.example
                      requestPolicy: { insecure: { action: Redirect } }
                    """.formatted(host));
        }
        for (int at = 0; at < mappings; at++) {
            text.append(mapping(at));
        }
        return text.toString();
    }

    private static String mapping(int at) {
        boolean canary = at % 4 == 3;
        int model = canary ? at - 1 : at;
        return """
                ---
                apiVersion: getambassador.io/v3alpha1
                kind: Mapping
                metadata: { name: model-%1$d%2$s, namespace: team-%3$d }
                spec:
                  hostname: models-%4$d.bank.example
                  prefix: /v2/models/model-%1$d/
                  rewrite: ""
                  service: model-%1$d%2$s:8080
                  timeout_ms: 5000
                %5$s""".formatted(
                        model, canary ? "-canary" : "", model % TEAMS, model % HOSTS, canary ? "  weight: 10\n" : "");
    }
}
