package dev.gatehouse.model.compare;

import static dev.gatehouse.model.spec.Entries.entry;
import static dev.gatehouse.model.spec.Models.atMost;
import static dev.gatehouse.model.spec.Models.kilobytes;
import static dev.gatehouse.model.spec.Models.load;
import static dev.gatehouse.model.spec.Models.model;
import static dev.gatehouse.model.spec.Models.perSecond;
import static dev.gatehouse.model.spec.Requirements.jwt;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Designs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether tokens are verified is not known without each fact that the answer is made of. */
final class JwtFactsTest {
    private static final Facts FACTS = Facts.bundled();

    @ParameterizedTest
    @CsvSource({
        "apigateway-nlb, rest-api, jwt",
        "apigateway-nlb, rest-api, jwt-algorithm",
        "route53-alb-nlb-ambassador, application-load-balancer, jwt",
        "route53-alb-nlb-ambassador, application-load-balancer, jwt-algorithm",
        "route53-alb-nlb-ambassador, application-load-balancer, jwt-keys"
    })
    void without_one_of_its_facts_nobody_knows_of_tokens(String design, String kind, String id) {
        List<Fact> taken = FACTS.everything()
                .filter(fact -> fact.id().kind().equals(kind) && fact.id().id().equals(id))
                .toList();

        assertThat(taken).isNotEmpty();
        assertThat(tokens(design, kind, FACTS)).isInstanceOf(Kept.class);
        assertThat(tokens(design, kind, FACTS.without(taken)))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.toString()).contains(kind + "." + id));
    }

    @Test
    void the_condition_names_the_algorithm_and_the_keys_of_the_sheet() {
        assertThat(tokens("route53-alb-nlb-ambassador", "application-load-balancer", FACTS)
                        .toString())
                .contains("sign tokens with RS256 and serve at most 10 keys: the ALB takes no others");
    }

    /** One model, whose tokens that kind of hop verifies by keys on the internet. */
    private static PlatformSpec kept(String keeper) {
        return PlatformSpec.named("tokens")
                .region("eu-west-1")
                .entry(entry("it").host("models.example.com"))
                .model(model("iris")
                        .service("https://iris.serving", 8443)
                        .path("/v2/models/iris/")
                        .entries("it")
                        .answers(atMost(ofSeconds(2)))
                        .load(load(perSecond(20), perSecond(100), kilobytes(1), kilobytes(1))))
                .require(jwt("https://idp.example.com", "https://idp.example.com/jwks", "models")
                        .on("it"))
                .keeper("jwt", keeper)
                .build();
    }

    private static Outcome tokens(String design, String keeper, Facts facts) {
        return new CellFold(Designs.of(design).orElseThrow().realize(kept(keeper), facts))
                .cells().stream()
                        .filter(cell -> cell.row().equals("jwt"))
                        .map(Cell::outcome)
                        .filter(outcome -> outcome.state() != State.NOT_ASKED)
                        .findFirst()
                        .orElseThrow();
    }
}
