package dev.gatehouse.ambassador.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.spec.SpecReading;
import java.util.LinkedHashMap;
import java.util.Map;

/** Platforms on which generating Mappings could go wrong in a way of its own. */
final class HardPlatforms {
    private static final String HEAD = """
            schema: gatehouse/platform/1
            name: hard
            region: eu-west-1
            """;

    private static final String PUBLIC = "entries: { public: { host: models.example.com } }\n";

    private HardPlatforms() {}

    /** Those that can be generated. */
    static Map<String, PlatformSpec> all() {
        Map<String, PlatformSpec> all = new LinkedHashMap<>();
        all.put("a model above admin paths", aboveAdminPaths());
        all.put("a token for one model", tokenForOneModel());
        all.put("certificates on a port of Emissary", portOfEmissary());
        all.put("encrypted without a certificate", encryptedWithoutCertificate());
        all.put("a pin beside another model", pinBesideAnotherModel());
        return all;
    }

    static PlatformSpec aboveAdminPaths() {
        return read("""
                entries:
                  public: { host: models.example.com }
                  admin: { host: admin.example.internal, reach: vpc }
                models:
                  all: { service: all.serving:8080, path: /, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB } }
                  v2: { service: v2.serving:8080, path: /v2/, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB }, canary: { service: v3.serving:8080, share: 50 %, pin: "x-a: b" } }
                require: { private-admin: { paths: [/v2/repository/, /metrics] } }
                """);
    }

    static PlatformSpec tokenForOneModel() {
        return read(PUBLIC + """
                consumers: { identity: { public: { jwt-claim: client_id } }, plans: { all: { default: true, rate: 5/s, burst: 10 } } }
                models:
                  a: { service: a.serving:8080, path: /a/, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB } }
                  b: { service: b.serving:8080, path: /b/, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB } }
                require:
                  jwt: { models: [a], issuer: "https://idp.example.com", audience: [a], jwks: "https://idp.example.com/jwks" }
                  rate-limit: { by: consumer }
                keepers: { jwt: ambassador, rate-limit: ambassador }
                """);
    }

    static PlatformSpec portOfEmissary() {
        return read("""
                entries:
                  public: { host: models.example.com }
                  partner: { host: partner.example.com, port: 8081 }
                models:
                  a: { service: a.serving:8080, path: /a/, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB } }
                require:
                  mutual-tls: { on: [partner], trust: "s3://trust/clients.pem" }
                  encrypted: { wires: all }
                """);
    }

    static PlatformSpec encryptedWithoutCertificate() {
        return read("""
                entries:
                  public: { host: models.example.com }
                  inside: { host: inside.example.internal, reach: vpc }
                models:
                  a: { service: "https://a.serving:8443", path: /a/, entries: [public, inside], load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB } }
                require: { encrypted: { on: [public, inside], wires: all } }
                """);
    }

    static PlatformSpec pinBesideAnotherModel() {
        return read(PUBLIC + """
                models:
                  a: { service: a.serving:8080, path: /a/, headers: { x-model: a }, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB }, canary: { service: c.serving:8080, share: 5 %, pin: "x-model-version: 2" }, shadow: { service: s.serving:8080, share: 10 % } }
                  b: { service: b.serving:8080, path: /a/, headers: { x-model: b }, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB } }
                  c: { service: d.serving:8080, path: /a/, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB } }
                """);
    }

    // ---- those that can't

    static PlatformSpec pinThatTakesAnotherModel() {
        return read(PUBLIC + """
                models:
                  a: { service: a.serving:8080, path: /a/, headers: { x-model: a }, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB } }
                  c: { service: d.serving:8080, path: /a/, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB }, canary: { service: e.serving:8080, share: 5 %, pin: "x-cohort: canary" } }
                """);
    }

    static PlatformSpec matchesThatLookAlike() {
        return read(PUBLIC + """
                models:
                  a: { service: a.serving:8080, path: /a, headers: { bx: "1" }, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB } }
                  b: { service: b.serving:8080, path: /ab, headers: { x: "1" }, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB } }
                """);
    }

    static PlatformSpec namesThatMeet() {
        return read("""
                entries:
                  public: { host: models.example.com }
                  public-exact: { host: exact.example.com }
                models:
                  a: { service: a.serving:8080, path: /a/, load: { average: 1/s, peak: 2/s, request: 1 KB, response: 1 KB } }
                """);
    }

    private static PlatformSpec read(String body) {
        SpecReading reading = SpecReader.read("hard.yaml", (HEAD + body).getBytes(UTF_8));
        return reading.spec().orElseThrow(() -> new AssertionError(String.valueOf(reading.findings())));
    }
}
