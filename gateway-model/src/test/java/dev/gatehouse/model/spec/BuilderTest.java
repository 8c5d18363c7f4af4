package dev.gatehouse.model.spec;

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
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.spec.Encrypted.Wires;
import dev.gatehouse.model.spec.Entry.Reach;
import dev.gatehouse.model.spec.RateLimit.WhenLimiterFails;
import dev.gatehouse.model.spec.WebFirewall.Exemption;
import dev.gatehouse.model.spec.WebFirewall.UnmatchedBody;
import dev.gatehouse.model.spec.WebFirewall.WhenFirewallFails;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.model.unit.Share;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The builder says the same as a file, with the same words. */
class BuilderTest {
    private static final LocalDate NEXT_MARCH = LocalDate.of(2027, 3, 31);

    @Test
    void builds_the_iris_example() {
        PlatformSpec spec = PlatformSpec.named("iris")
                .region("eu-west-1")
                .entry(entry("public").host("models.example.com"))
                .model(model("iris")
                        .service("iris.serving", 8080)
                        .path("/v2/models/iris/")
                        .load(load(perSecond(20), perSecond(100), kilobytes(1), kilobytes(1))))
                .build();

        assertThat(spec).isEqualTo(Specs.iris());
    }

    @Test
    void builds_the_risk_models_example() {
        PlatformSpec spec = riskModels()
                .model(model("fraud")
                        .service("https://fraud.serving", 8443)
                        .path("/v2/models/fraud/")
                        .entries("public", "partner")
                        .protocol(Protocol.HTTP)
                        .answers(atMost(ofMillis(800)).withP99(ofMillis(80)))
                        .load(load(perSecond(150), perSecond(600), kilobytes(6), kilobytes(1)))
                        .canary("https://fraud-v4.serving", 8443, percent(10))
                        .pin("x-cohort", "v4")
                        .retry("connect-failure", 1))
                .model(model("damage-image")
                        .service("https://damage.serving", 8443)
                        .path("/v2/models/damage/")
                        .entries("public")
                        .answers(atMost(ofSeconds(5)))
                        .load(load(perSecond(4), perSecond(20), kilobytes(4000), kilobytes(2))
                                .withContentType("image/jpeg")))
                .model(model("assistant")
                        .service("https://assistant.serving", 8443)
                        .path("/v1/chat/completions")
                        .entries("public")
                        .stream(ofSeconds(8), ofSeconds(15), ofSeconds(120))
                        .load(load(perSecond(2), perSecond(10), kilobytes(6), kilobytes(16))))
                .model(model("batch-score")
                        .service("https://batch.serving", 8443)
                        .path("/v2/models/batch/")
                        .entries("partner")
                        .answers(atMost(ofSeconds(25)))
                        .load(load(perSecond(25), perSecond(60), kilobytes(256), kilobytes(64))
                                .withConnections(3))
                        .shadow("https://batch-v2.serving", 8443, percent(20)))
                .require(
                        webFirewall(
                                        UnmatchedBody.ALLOW,
                                        Map.of("damage-image", Exemption.BODY_SIZE, "batch-score", Exemption.BODY_SIZE))
                                .on("public", "partner"),
                        fixedAddress().on("public", "partner"),
                        rateLimit(byConsumer(), WhenLimiterFails.ALLOW).on("public", "partner"),
                        jwt("https://idp.bank.example", "https://idp.bank.example/jwks", Reach.VPC, "models")
                                .on("public"),
                        mutualTls("s3://risk-trust/partners.pem").on("partner"),
                        encrypted(Wires.ALL),
                        privateAdmin("/v2/repository/", "/metrics"),
                        availability(Share.ofPercent(new BigDecimal("99.9"))),
                        monthlyCost(Money.ofDollars(3000)))
                .keeper("jwt", "ambassador")
                .waiver(new Waiver(
                        new RuleId("GH-310"),
                        Optional.of("nlb-ambassador"),
                        "pilot without firewall",
                        NEXT_MARCH,
                        "ciso"))
                .patch(new Patch(
                        Optional.of("route53-alb-nlb-ambassador"),
                        "PublicLoadBalancer",
                        Map.of("Tags/-", Map.of("Key", "fms", "Value", "exempt")),
                        "RISK-88"))
                .build();

        assertThat(spec).isEqualTo(Specs.riskModels());
    }

    private static SpecBuilder riskModels() {
        return PlatformSpec.named("risk-models")
                .region("eu-west-1")
                .zones(3)
                .network(existingNetwork("vpc-0a1b2c3d4e5f60718")
                        .withPublic(
                                subnet("subnet-0a1b2c3d4e5f60001", "10.20.0.0/24"),
                                subnet("subnet-0a1b2c3d4e5f60002", "10.20.1.0/24"),
                                subnet("subnet-0a1b2c3d4e5f60003", "10.20.2.0/24"))
                        .withPrivate(
                                subnet("subnet-0a1b2c3d4e5f60004", "10.20.8.0/24"),
                                subnet("subnet-0a1b2c3d4e5f60005", "10.20.9.0/24"),
                                subnet("subnet-0a1b2c3d4e5f60006", "10.20.10.0/24")))
                .cluster(Cluster.DEFAULT
                        .withExisting("risk-eks")
                        .withNamespace("serving")
                        .withAmbassador("emissary"))
                .tag("cost-centre", "4711")
                .tag("data-class", "c3")
                .facts("bank-facts.yaml")
                .entry(entry("public")
                        .host("models.bank.example")
                        .certificate(
                                "arn:aws:acm:eu-west-1:111122223333:certificate/3f8a1c52-7d0e-4b6f-9a41-5c2e8d7b6a10")
                        .zone(createdZone("bank.example")
                                .withMail("10 mx1.mailhost.example")
                                .withImport("bank.example.zone")))
                .entry(entry("partner")
                        .host("partner.bank.example")
                        .certificate(
                                "arn:aws:acm:eu-west-1:111122223333:certificate/b27d94e0-13c5-4f8b-8e62-0d9f4a7c3b21")
                        .zone(createdZone("bank.example")))
                .entry(entry("admin").host("admin.models.internal").reach(Reach.VPC))
                .identity("public", Identity.By.JWT_CLAIM, "client_id")
                .identity("partner", Identity.By.CERTIFICATE, "subject")
                .plan(plan("partner", perSecond(50), 100).withEntries("partner"))
                .plan(plan("internal", perSecond(500), 1000).asDefault());
    }

    @Test
    void builds_the_llm_gateway_example() {
        PlatformSpec spec = PlatformSpec.named("llm-gateway")
                .region("us-east-1")
                .zones(2)
                .network(createdNetwork("10.40.0.0/16"))
                .tag("team", "assistants")
                .tag("environment", "production")
                .entry(entry("public")
                        .host("llm.product.example")
                        .zone(existingZone("product.example").withId("Z0123456789ABCDEFGHIJ")))
                .identity("public", Identity.By.API_KEY, "x-api-key")
                .plan(plan("free", perSecond(1), 5).asDefault())
                .plan(plan("paid", perSecond(20), 60))
                .model(model("chat").service("chat.llm", 8000).path("/v1/chat/completions").stream(
                                ofSeconds(20), ofSeconds(30), ofMinutes(10))
                        .load(load(perSecond(6), perSecond(25), kilobytes(24), kilobytes(12)))
                        .canary("chat-next.llm", 8000, percent(5))
                        .pin("x-preview", "next"))
                .model(model("embeddings")
                        .service("embeddings.llm", 8000)
                        .path("/v1/embeddings")
                        .answers(atMost(ofSeconds(2)).withP99(ofMillis(120)))
                        .load(load(perSecond(80), perSecond(300), kilobytes(8), kilobytes(24)))
                        .retry("gateway-error", 2))
                .model(
                        model("voice")
                                .service("voice.llm", 8000)
                                .path("/v1/realtime")
                                .protocol(Protocol.WEBSOCKET)
                                .stream(ofSeconds(60))
                                .load(load(perSecond(1), perSecond(4), kilobytes(2000), kilobytes(3000))
                                        .withConnections(400)))
                .require(
                        webFirewall(UnmatchedBody.ALLOW, Map.of("chat", Exemption.BODY_SIZE)),
                        rateLimit(byConsumer(), WhenLimiterFails.REFUSE),
                        encrypted(Wires.PUBLIC),
                        privateAdmin("/metrics"),
                        availability(Share.ofPercent(new BigDecimal("99.9"))))
                .build();

        assertThat(spec).isEqualTo(Specs.llmGateway());
    }

    @Test
    void builds_the_grpc_inference_example() {
        PlatformSpec spec = PlatformSpec.named("plant-inference")
                .region("eu-central-1")
                .cluster(Cluster.DEFAULT
                        .withExisting("plant-eks")
                        .withNamespace("triton")
                        .withAmbassador("ingress")
                        .withSelector(Map.of(
                                "app.kubernetes.io/name", "emissary-ingress", "app.kubernetes.io/instance", "plant")))
                .entry(entry("plants")
                        .host("inference.plants.example")
                        .certificate(
                                "arn:aws:acm:eu-central-1:444455556666:certificate/6d1f0c3e-52ab-4c7d-b8e9-71f2a3c4d5e6")
                        .port(9443))
                .entry(entry("company").host("inference.plants.internal").reach(Reach.VPC))
                .identity("plants", Identity.By.CERTIFICATE, "serial-number")
                .identity("company", Identity.By.ADDRESS, "client")
                .plan(plan("plant", perSecond(200), 400).withEntries("plants").asDefault())
                .model(model("defects")
                        .service("defects.triton", 8001)
                        .path("/inference.GRPCInferenceService/")
                        .entries("plants", "company")
                        .protocol(Protocol.GRPC)
                        .header("x-model", "defects")
                        .answers(atMost(ofMillis(500)).withP99(ofMillis(35)))
                        .load(load(perSecond(40), perSecond(120), kilobytes(600), kilobytes(4))
                                .withConnections(24))
                        .shadow("defects-v3.triton", 8001, percent(5)))
                .model(model("wear")
                        .service("wear.triton", 8001)
                        .path("/inference.GRPCInferenceService/")
                        .entries("plants", "company")
                        .protocol(Protocol.GRPC)
                        .header("x-model", "wear")
                        .answers(atMost(ofMillis(250)).withP99(ofMillis(12)))
                        .load(load(perSecond(90), perSecond(260), kilobytes(12), kilobytes(2))
                                .withConnections(24))
                        .canary("wear-v2.triton", 8001, percent(20))
                        .pin("x-stage", "candidate"))
                .require(
                        mutualTls("s3://plant-trust/plants.pem").on("plants"),
                        fixedAddress().on("plants"),
                        rateLimit(byConsumer()).on("plants"),
                        encrypted(Wires.PUBLIC).on("plants"),
                        availability(Share.ofPercent(new BigDecimal("99.95"))).on("plants"))
                .build();

        assertThat(spec).isEqualTo(Specs.grpcInference());
    }

    @Test
    void builds_a_spec_with_every_key() throws IOException {
        PlatformSpec spec = everyKeySurroundings()
                .model(model("one")
                        .service("one.ns", 80)
                        .path("/one")
                        .header("X-Model", "one")
                        .header("x-kind", "a b")
                        .answers(atMost(ofMinutes(2)).withP99(ofMillis(1500)))
                        .load(load(perSecond(10), perSecond(10), DataSize.ofBytes(1500), DataSize.ofKibibytes(2))
                                .withContentType("text/csv")
                                .withConnections(7))
                        .canary("https://one-2.ns", 443, percent(0))
                        .pin("X-Cohort", "v 2")
                        .shadow("one-3.ns", 81, percent(100))
                        .retry("retriable-4xx", 3))
                .model(model("two").service("two.ns", 80).path("/one").entries("a", "b", "c", "d").stream(
                                ofSeconds(1), ofMillis(500), ofHours(1))
                        .load(load(Rate.parse("1/h"), Rate.parse("1/h"), DataSize.ofBytes(0), kilobytes(3000))))
                .model(model("three").service("three.ns", 80).path("/three").protocol(Protocol.WEBSOCKET).stream(
                        ofSeconds(10)))
                .model(model("four")
                        .service("four.ns", 80)
                        .path("/pkg.Service/Method")
                        .protocol(Protocol.GRPC)
                        .answers(new Answers(Optional.of(ofSeconds(2)), Optional.empty())))
                .require(everyPromise())
                .keeper("web-firewall", "web-acl")
                .keeper("mutual-tls", "ambassador")
                .waiver(new Waiver(new RuleId("GH-310"), Optional.empty(), "later", LocalDate.of(2030, 1, 31), "me"))
                .waiver(new Waiver(
                        new RuleId("GH-204"), Optional.of("nlb-ambassador"), "later", LocalDate.of(2030, 1, 31), "me"))
                .patch(new Patch(Optional.empty(), "WebAcl", everyKindOfValue(), "because"))
                .patch(new Patch(Optional.of("nlb-ambassador"), "WebAcl", Map.of("Name", "x"), "because"))
                .build();

        SpecReading reading =
                SpecReader.read("f", Files.readAllBytes(Path.of("src/test/resources/spec/every-key.yaml")));

        assertThat(reading.spec()).as("%s", reading.findings()).contains(spec);
    }

    private static SpecBuilder everyKeySurroundings() {
        return PlatformSpec.named("every-key")
                .region("ap-southeast-2")
                .zones(2)
                .network(existingNetwork("vpc-0a1b2c3d")
                        .withPrivate(
                                subnet("subnet-0a1b2c31", "10.20.8.0/24"), subnet("subnet-0a1b2c32", "10.20.9.0/28"))
                        .withPublic(
                                subnet("subnet-0a1b2c33", "10.20.0.0/24"), subnet("subnet-0a1b2c34", "10.20.1.0/24")))
                .cluster(new Cluster(Optional.of("eks_1"), "default", "edge", Map.of("app", "emissary")))
                .tag("owner:team", "risk and fraud")
                .tag("stage", "")
                .facts("own/one.yaml", "own/two.yaml")
                .entry(entry("a")
                        .host("example.com")
                        .zone(createdZone("example.com")
                                .withMail("10 mx1.example.org", "20 mx2.example.org")
                                .withImport("old.zone"))
                        .reach(Reach.INTERNET))
                .entry(entry("b")
                        .host("b.example.org")
                        .zone(existingZone("example.org").withId("Z123"))
                        .port(9443))
                .entry(entry("c").host("c.internal.example").reach(Reach.VPC))
                .entry(
                        entry("d")
                                .host("d.example.org")
                                .certificate(
                                        "arn:aws:acm:ap-southeast-2:111122223333:certificate/3f8a1c52-7d0e-4b6f-9a41-5c2e8d7b6a10"))
                .identity("a", Identity.By.HEADER, "x-team")
                .identity("b", Identity.By.CERTIFICATE, "serial-number")
                .identity("c", Identity.By.ADDRESS, "client")
                .identity("d", Identity.By.API_KEY, "x-api-key")
                .plan(plan("small", Rate.parse("1.5/s"), 1)
                        .withEntries("a", "c")
                        .asDefault())
                .plan(plan("large", Rate.parse("0.5/s"), 5).withEntries("b"))
                .plan(plan("other", perSecond(2), 10).withEntries("b", "d").asDefault());
    }

    private static Promise[] everyPromise() {
        return new Promise[] {
            monthlyCost(Money.parse("1500.5 USD")),
            availability(Share.parse("99.95 %")).on("a"),
            availability(percent(99)).on("b"),
            privateAdmin("/metrics").on("a", "b"),
            encrypted(Wires.ALL).on("a").models("one"),
            encrypted(Wires.PUBLIC).on("b", "d"),
            mutualTls("s3://a-bucket/some/key.pem").on("b"),
            jwt("https://a.example/x", "https://a.example/jwks", "m", "n")
                    .on("a")
                    .models("two"),
            jwt("https://a.example/x", "https://a.example/jwks", Reach.VPC, "m").on("d"),
            rateLimit(byAddress(), WhenLimiterFails.REFUSE).on("a").models("one"),
            rateLimit(byConsumer()).on("b"),
            fixedAddress(),
            webFirewall(
                            UnmatchedBody.BLOCK,
                            Map.of("one", Exemption.BODY_SIZE, "two", Exemption.ALL),
                            WhenFirewallFails.ALLOW)
                    .on("a")
                    .models("one", "two"),
            webFirewall().on("d"),
        };
    }

    private static Map<String, Object> everyKindOfValue() {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("Name", "x");
        set.put("Rules/0/Priority", 5);
        set.put("A.B.-", List.of(1, 2.5, true, Map.of("C", "D")));
        return set;
    }

    @Test
    void builds_what_the_style_guide_shows() {
        PlatformSpec spec = PlatformSpec.named("risk-models")
                .region("eu-west-1")
                .entry(entry("public").host("models.bank.example"))
                .model(model("fraud")
                        .service("fraud.serving", 8080)
                        .path("/v2/models/fraud/")
                        .answers(atMost(ofMillis(800)))
                        .canary("fraud-v4.serving", 8080, percent(10)))
                .require(webFirewall(), fixedAddress(), rateLimit(byConsumer()))
                .build();

        assertThat(spec.model("fraud").orElseThrow().load()).isEqualTo(Load.ASSUMED);
        assertThat(spec.requirements())
                .allSatisfy(
                        requirement -> assertThat(requirement.scope().entries()).containsExactly("public"));
    }

    @Test
    void throws_every_finding_at_once() {
        SpecBuilder builder = PlatformSpec.named("Risk Models")
                .region("mars")
                .zones(7)
                .entry(entry("public"))
                .model(model("fraud"))
                .require(mutualTls("a file").on("partner"));

        assertThatThrownBy(builder::build)
                .asInstanceOf(type(InvalidInputException.class))
                .satisfies(exception -> assertThat(exception.findings())
                        .extracting(finding -> finding.subject())
                        .contains(
                                "name",
                                "region",
                                "zones",
                                "entries.public.host",
                                "models.fraud.service",
                                "models.fraud.path",
                                "require.mutual-tls.trust",
                                "require.mutual-tls.on[0]"));
    }

    @Test
    void refuses_a_pin_without_its_canary_and_a_share_that_is_not_whole() {
        assertThatThrownBy(() -> model("fraud").pin("x", "y")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> model("fraud").shadow("a.b", 1, Share.parse("1.5 %")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whole percent");
    }
}
