package dev.gatehouse.model.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.Entries;
import dev.gatehouse.model.spec.Models;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Requirements;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.PathDifference;
import dev.gatehouse.testing.Specs;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExplorationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate THEN = LocalDate.of(2020, 11, 19);

    static List<PlatformSpec> every_example() {
        return List.copyOf(Specs.examples().values());
    }

    private static Exploration explored(PlatformSpec spec) {
        return Exploration.of(spec, Facts.bundled(), TODAY, TODAY);
    }

    /** The study's own situation: a firewall, versions beside the service, fixed addresses. */
    private static PlatformSpec study() {
        return PlatformSpec.named("study")
                .region("eu-west-1")
                .entry(Entries.entry("public").host("models.example.com"))
                .model(Models.model("scoring")
                        .service("scoring.serving", 8080)
                        .path("/v2/models/scoring/")
                        .canary("scoring-next.serving", 8080, Models.percent(10)))
                .require(Requirements.webFirewall(), Requirements.fixedAddress())
                .build();
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void no_path_before_another_breaks_more(PlatformSpec spec) {
        List<ExploredPath> paths = explored(spec).paths();

        for (int at = 1; at < paths.size(); at++) {
            assertThat(paths.get(at - 1).broken())
                    .isLessThanOrEqualTo(paths.get(at).broken());
        }
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void nothing_dominates_the_front_and_something_on_it_dominates_the_rest(PlatformSpec spec) {
        Exploration exploration = explored(spec);

        for (ExploredPath path : exploration.paths()) {
            boolean dominated = exploration.front().stream().anyMatch(other -> Front.dominates(other, path));
            assertThat(exploration.front().contains(path)).isNotEqualTo(dominated);
        }
    }

    @ParameterizedTest
    @MethodSource("every_example")
    void each_of_the_five_has_neighbours_told_in_words(PlatformSpec spec) {
        Exploration exploration = explored(spec);

        assertThat(exploration.neighbours())
                .extracting(of -> of.of().design().id())
                .isEqualTo(Designs.ids());
        assertThat(exploration.neighbours())
                .allSatisfy(of -> assertThat(of.nearest())
                        .hasSize(Neighbours.MOST)
                        .allSatisfy(neighbour ->
                                assertThat(neighbour.difference().words()).isNotBlank()));
    }

    @Test
    void the_study_would_have_found_a_path_that_keeps_as_much_with_one_hop_less() {
        Exploration exploration = explored(study());
        ExploredPath best = exploration.best();
        ExploredPath study = exploration.path("accelerator-alb-nlb-ambassador").orElseThrow();

        assertThat(best.broken()).isZero();
        assertThat(best.hops()).isLessThan(study.hops());
        assertThat(best.atLeast()).isLessThan(study.atLeast());
        assertThat(exploration.verdict()).contains(best.design().id());
    }

    @Test
    void many_platforms_side_by_side_are_explored_as_each_by_itself() {
        List<PlatformSpec> specs = every_example();

        List<Exploration> together = Exploration.each(specs, Facts.bundled(), TODAY, TODAY);

        assertThat(together)
                .extracting(ExplorationTest::told)
                .containsExactlyElementsOf(
                        specs.stream().map(spec -> told(explored(spec))).toList());
    }

    private static List<Object> told(Exploration exploration) {
        return List.of(
                exploration.spec(),
                exploration.asOf(),
                exploration.verdict(),
                exploration.paths().stream()
                        .map(path -> List.of(path.design(), path.answer().cells(), path.cost(), path.latency()))
                        .toList(),
                exploration.front().stream().map(ExploredPath::design).toList(),
                exploration.neighbours().stream()
                        .flatMap(neighbours -> neighbours.nearest().stream().map(Neighbour::told))
                        .toList());
    }

    @Test
    void on_its_own_day_only_an_accelerator_gave_fixed_addresses_and_a_firewall() {
        Exploration exploration = Exploration.of(study(), Facts.bundled(), THEN, TODAY);

        assertThat(exploration.paths().stream().filter(path -> path.broken() == 0))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path.design().id()).contains("accelerator"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            accelerator-alb-nlb-ambassador | nlb-alb-nlb-ambassador    | drop the accelerator, put fixed addresses on an NLB in front
            accelerator-alb-nlb-ambassador | accelerator-alb-ambassador | drop the NLB behind the ALB
            apigateway-nlb                 | apigateway-nlb-ambassador | put Ambassador in front of the models
            apigateway-nlb-ambassador      | apigateway-link2-nlb-ambassador | go by a VPC link of version 2 to the NLB
            apigateway-nlb-ambassador      | nlb-ambassador            | drop the web ACL, drop the REST API and its VPC link
            nlb-ambassador                 | nlb-alb-ambassador        | put an ALB with a web ACL in front of Ambassador
            apigateway-link2-alb           | httpapi-alb               | drop the REST API, put an HTTP API in front, move the web ACL to the ALB
            route53-alb-nlb-ambassador     | alb-nlb-ambassador        | drop the hosted zone
            """)
    void what_leads_from_one_path_to_another_is_told(String one, String other, String words) {
        Exploration exploration = explored(study());

        PathDifference difference = PathDifference.between(
                exploration.path(one).orElseThrow().kinds(),
                exploration.path(other).orElseThrow().kinds());

        assertThat(difference.words()).isEqualTo(words);
    }
}
