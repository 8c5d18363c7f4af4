package dev.gatehouse.testing;

import static dev.gatehouse.model.spec.Entries.createdZone;
import static dev.gatehouse.model.spec.Entries.entry;
import static dev.gatehouse.model.spec.Entries.existingZone;
import static dev.gatehouse.model.spec.Entries.plan;
import static dev.gatehouse.model.spec.Models.atMost;
import static dev.gatehouse.model.spec.Models.kilobytes;
import static dev.gatehouse.model.spec.Models.load;
import static dev.gatehouse.model.spec.Models.model;
import static dev.gatehouse.model.spec.Models.perSecond;
import static dev.gatehouse.model.spec.Models.percent;
import static dev.gatehouse.model.spec.Networks.createdNetwork;
import static dev.gatehouse.model.spec.Networks.existingNetwork;
import static dev.gatehouse.model.spec.Networks.subnet;
import static dev.gatehouse.model.spec.Requirements.availability;
import static dev.gatehouse.model.spec.Requirements.byAddress;
import static dev.gatehouse.model.spec.Requirements.byConsumer;
import static dev.gatehouse.model.spec.Requirements.encrypted;
import static dev.gatehouse.model.spec.Requirements.fixedAddress;
import static dev.gatehouse.model.spec.Requirements.jwt;
import static dev.gatehouse.model.spec.Requirements.monthlyCost;
import static dev.gatehouse.model.spec.Requirements.mutualTls;
import static dev.gatehouse.model.spec.Requirements.privateAdmin;
import static dev.gatehouse.model.spec.Requirements.rateLimit;
import static dev.gatehouse.model.spec.Requirements.webFirewall;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.gatehouse.model.spec.Encrypted.Wires;
import dev.gatehouse.model.spec.Entry.Reach;
import dev.gatehouse.model.spec.EntryBuilder;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.ModelBuilder;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Promise;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.spec.RateLimit.WhenLimiterFails;
import dev.gatehouse.model.spec.SpecBuilder;
import dev.gatehouse.model.spec.WebFirewall.Exemption;
import dev.gatehouse.model.spec.WebFirewall.UnmatchedBody;
import dev.gatehouse.model.spec.WebFirewall.WhenFirewallFails;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.model.unit.Share;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** One small platform for each feature of the spec: one model on one entry, and that feature. */
final class SpecVariants {
    private static final String CERTIFICATE =
            "arn:aws:acm:eu-west-1:111122223333:certificate/3f8a1c52-7d0e-4b6f-9a41-5c2e8d7b6a10";
    private static final String ISSUER = "https://idp.example.com";
    private static final String TRUST = "s3://trust/clients.pem";

    private SpecVariants() {}

    static Map<String, PlatformSpec> byFeature() {
        Map<String, SpecBuilder> variants = new LinkedHashMap<>();
        promises(variants);
        surroundings(variants);
        entries(variants);
        models(variants);
        Map<String, PlatformSpec> specs = new LinkedHashMap<>();
        variants.forEach((feature, builder) -> specs.put(feature, builder.build()));
        return specs;
    }

    private static void promises(Map<String, SpecBuilder> variants) {
        variants.put("web-firewall", promising(webFirewall()));
        variants.put(
                "web-firewall-blocking",
                promising(webFirewall(UnmatchedBody.BLOCK, Map.of("iris", Exemption.BODY_SIZE))));
        variants.put(
                "web-firewall-except-all", promising(webFirewall(UnmatchedBody.ALLOW, Map.of("iris", Exemption.ALL))));
        variants.put(
                "web-firewall-failing-open",
                promising(webFirewall(UnmatchedBody.ALLOW, Map.of(), WhenFirewallFails.ALLOW)));
        variants.put("fixed-address", promising(fixedAddress()));
        variants.put("rate-limit-by-address", planned(rateLimit(byAddress())));
        variants.put(
                "rate-limit-by-api-key",
                planned(rateLimit(byConsumer(), WhenLimiterFails.REFUSE))
                        .identity("public", Identity.By.API_KEY, "x-api-key"));
        variants.put(
                "rate-limit-by-claim",
                planned(rateLimit(byConsumer()), jwt(ISSUER, ISSUER + "/jwks", "models"))
                        .identity("public", Identity.By.JWT_CLAIM, "client_id"));
        variants.put(
                "rate-limit-by-header",
                planned(rateLimit(byConsumer())).identity("public", Identity.By.HEADER, "x-team"));
        variants.put("jwt", promising(jwt(ISSUER, ISSUER + "/jwks", "models")));
        variants.put("jwt-with-private-keys", promising(jwt(ISSUER, ISSUER + "/jwks", Reach.VPC, "models", "batch")));
        variants.put("mutual-tls", promising(mutualTls(TRUST)));
        variants.put("encrypted-public", promising(encrypted(Wires.PUBLIC)));
        variants.put("encrypted-all", begun(open()).model(tlsIris()).require(encrypted(Wires.ALL)));
        variants.put("private-admin", promising(privateAdmin("/v2/repository/", "/metrics")));
        variants.put("availability", promising(availability(Share.ofPercent(new BigDecimal("99.9")))));
        variants.put("monthly-cost", promising(monthlyCost(Money.ofDollars(500))));
    }

    private static void surroundings(Map<String, SpecBuilder> variants) {
        variants.put("created-network", promising(fixedAddress()).zones(2).network(createdNetwork("10.30.0.0/20")));
        variants.put(
                "created-network-in-four-zones",
                promising(fixedAddress()).zones(4).network(createdNetwork("10.30.0.0/16")));
        variants.put(
                "existing-network",
                promising(fixedAddress())
                        .zones(2)
                        .network(existingNetwork("vpc-0123456789abcdef0")
                                .withPublic(
                                        subnet("subnet-0123456789abcdef1", "10.30.0.0/26"),
                                        subnet("subnet-0123456789abcdef2", "10.30.0.64/26"))
                                .withPrivate(
                                        subnet("subnet-0123456789abcdef3", "10.30.1.0/24"),
                                        subnet("subnet-0123456789abcdef4", "10.30.2.0/24"))));
        variants.put(
                "created-zone", begun(open().zone(createdZone("example.com"))).model(iris()));
        variants.put(
                "created-zone-with-mail",
                begun(entry("public")
                                .host("example.com")
                                .zone(createdZone("example.com").withMail("10 mx1.mailhost.example")))
                        .model(iris()));
        variants.put(
                "existing-zone",
                begun(open().zone(existingZone("example.com").withId("Z0123456789AB")))
                        .model(iris()));
        variants.put(
                "existing-zone-without-id",
                begun(open().zone(existingZone("example.com"))).model(iris()));
        variants.put("certificate", begun(open().certificate(CERTIFICATE)).model(iris()));
        variants.put("tags", promising().tag("cost-centre", "4711"));
    }

    private static void entries(Map<String, SpecBuilder> variants) {
        variants.put("entry-in-the-vpc", begun(open()).entry(inside()).model(iris().entries("public", "inside")));
        variants.put("only-an-entry-in-the-vpc", begun(inside()).model(iris().entries("inside")));
        variants.put(
                "admin-in-the-vpc",
                begun(open()).entry(inside()).model(iris()).require(privateAdmin("/v2/repository/")));
        variants.put(
                "two-entries",
                begun(open())
                        .entry(entry("partner").host("partner.example.com"))
                        .model(iris())
                        .require(fixedAddress().on("partner")));
        variants.put(
                "mutual-tls-beside-another-entry",
                begun(open())
                        .entry(entry("partner")
                                .host("partner.example.com")
                                .certificate(CERTIFICATE)
                                .port(9443))
                        .model(iris())
                        .plan(plan("all", perSecond(10), 20).asDefault())
                        .identity("partner", Identity.By.CERTIFICATE, "subject")
                        .require(
                                mutualTls(TRUST).on("partner"),
                                rateLimit(byConsumer()).on("partner")));
        variants.put(
                "promises-by-model",
                begun(open())
                        .model(iris())
                        .model(model("wine")
                                .service("wine.serving", 8080)
                                .path("/v2/models/wine/")
                                .answers(atMost(ofSeconds(2)))
                                .load(small()))
                        .require(
                                jwt(ISSUER, ISSUER + "/jwks", "iris").models("iris"),
                                jwt(ISSUER, ISSUER + "/jwks", "wine").models("wine")));
    }

    private static void models(Map<String, SpecBuilder> variants) {
        variants.put("canary", begun(open()).model(iris().canary("iris-v2.serving", 8080, percent(10))));
        variants.put(
                "canary-pin",
                begun(open())
                        .model(iris().canary("iris-v2.serving", 8080, percent(0))
                                .pin("x-cohort", "v2")));
        variants.put("shadow", begun(open()).model(iris().shadow("iris-v2.serving", 8080, percent(100))));
        variants.put(
                "canary-and-shadow",
                begun(open())
                        .model(iris().canary("iris-v2.serving", 8080, percent(10))
                                .pin("x-cohort", "v2")
                                .shadow("iris-v3.serving", 8080, percent(20))));
        variants.put("retry", begun(open()).model(iris().retry("connect-failure", 2)));
        variants.put("exact-path", begun(open()).model(iris().path("/v1/iris")));
        variants.put(
                "nested-paths",
                begun(open())
                        .model(iris().path("/v2/"))
                        .model(model("wine")
                                .service("wine.serving", 8080)
                                .path("/v2/wine/")
                                .answers(atMost(ofSeconds(2)))
                                .load(small())));
        variants.put(
                "stream",
                begun(open())
                        .model(bare().path("/v1/chat").stream(ofSeconds(8), ofSeconds(15), ofSeconds(120))
                                .load(small())));
        variants.put(
                "websocket",
                begun(open())
                        .model(bare().path("/v1/socket")
                                .protocol(Protocol.WEBSOCKET)
                                .load(small().withConnections(50))));
        variants.put(
                "websocket-with-a-gap",
                begun(open())
                        .model(bare().path("/v1/socket").protocol(Protocol.WEBSOCKET).stream(ofSeconds(30))
                                .load(small().withConnections(50))));
        variants.put("grpc", begun(open()).model(grpc("iris")));
        variants.put(
                "grpc-by-header",
                begun(open())
                        .model(grpc("iris").header("x-model", "iris"))
                        .model(grpc("wine").header("x-model", "wine")));
        variants.put("long-answers", begun(open()).model(iris().answers(atMost(ofMinutes(10)))));
        variants.put(
                "assumed-answers",
                begun(open()).model(bare().path("/v2/models/iris/").load(small())));
        variants.put(
                "large-bodies",
                begun(open())
                        .model(iris().load(load(perSecond(2), perSecond(5), kilobytes(8_000), kilobytes(20))
                                .withContentType("image/jpeg")))
                        .require(webFirewall()));
    }

    private static SpecBuilder begun(EntryBuilder first) {
        return PlatformSpec.named("variant").region("eu-west-1").entry(first);
    }

    private static SpecBuilder promising(Promise... promises) {
        return begun(open()).model(iris()).require(promises);
    }

    private static SpecBuilder planned(Promise... promises) {
        return promising(promises).plan(plan("all", perSecond(50), 100).asDefault());
    }

    private static EntryBuilder open() {
        return entry("public").host("models.example.com");
    }

    private static EntryBuilder inside() {
        return entry("inside").host("models.internal.example").reach(Reach.VPC);
    }

    private static ModelBuilder bare() {
        return model("iris").service("iris.serving", 8080);
    }

    private static ModelBuilder iris() {
        return bare().path("/v2/models/iris/").answers(atMost(ofSeconds(2))).load(small());
    }

    private static ModelBuilder tlsIris() {
        return iris().service("https://iris.serving", 8443);
    }

    private static ModelBuilder grpc(String name) {
        return model(name)
                .service(name + ".serving", 8001)
                .path("/inference.GRPCInferenceService/")
                .protocol(Protocol.GRPC)
                .answers(atMost(ofSeconds(2)))
                .load(small());
    }

    private static dev.gatehouse.model.spec.Load small() {
        return load(perSecond(20), perSecond(100), kilobytes(1), kilobytes(1));
    }
}
