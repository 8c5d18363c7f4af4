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
import static dev.gatehouse.model.spec.Requirements.byConsumer;
import static dev.gatehouse.model.spec.Requirements.encrypted;
import static dev.gatehouse.model.spec.Requirements.fixedAddress;
import static dev.gatehouse.model.spec.Requirements.jwt;
import static dev.gatehouse.model.spec.Requirements.monthlyCost;
import static dev.gatehouse.model.spec.Requirements.mutualTls;
import static dev.gatehouse.model.spec.Requirements.privateAdmin;
import static dev.gatehouse.model.spec.Requirements.rateLimit;
import static dev.gatehouse.model.spec.Requirements.webFirewall;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.spec.Encrypted.Wires;
import dev.gatehouse.model.spec.Entry.Reach;
import dev.gatehouse.model.spec.RateLimit.WhenLimiterFails;
import dev.gatehouse.model.spec.WebFirewall.Exemption;
import dev.gatehouse.model.spec.WebFirewall.UnmatchedBody;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.model.unit.Share;
import dev.gatehouse.testing.Specs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The builder says the same as the files of the examples, with the same words. */
class BuilderExamplesTest {
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
}
