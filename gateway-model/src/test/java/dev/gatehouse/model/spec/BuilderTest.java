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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The builder has a word for every key of a file, and refuses what a file may not say. */
class BuilderTest {
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
