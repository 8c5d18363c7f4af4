package dev.gatehouse.model.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.Components;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.testing.Goldens;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DesignSpaceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate THEN = LocalDate.of(2020, 11, 19);
    private static final DesignSpace SPACE = space(TODAY);

    static Stream<Design> every_legal_path() {
        return SPACE.designs().stream();
    }

    static Stream<PathRule> every_rule() {
        return PathRule.ALL.stream();
    }

    private static DesignSpace space(LocalDate day) {
        return DesignSpace.of(Facts.bundled().asOf(day));
    }

    @Test
    void there_are_108_legal_paths_today_and_these_are_they() {
        assertThat(SPACE.designs()).hasSize(108);
        Goldens.file("design-space.txt", told(SPACE));
    }

    @Test
    void there_were_fewer_on_the_day_of_the_study() {
        Goldens.file("design-space-2020-11-19.txt", told(space(THEN)));
    }

    private static String told(DesignSpace space) {
        return space.designs().stream()
                .map(design -> design.id() + "\n  " + design.title() + "\n  "
                        + design.path().stream().map(HopKind::id).collect(Collectors.joining(" ")) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void the_five_designs_are_among_them_under_their_own_names_then_and_now() {
        assertThat(SPACE.designs()).startsWith(Designs.all().toArray(Design[]::new));
        assertThat(space(THEN).designs()).startsWith(Designs.all().toArray(Design[]::new));
    }

    @Test
    void no_two_have_the_same_id_or_the_same_path() {
        assertThat(SPACE.ids()).doesNotHaveDuplicates();
        assertThat(SPACE.designs().stream().map(Design::path)).doesNotHaveDuplicates();
    }

    @Test
    void an_id_follows_from_the_path_alone_for_the_five_too() {
        assertThat(SPACE.designs())
                .allSatisfy(design -> assertThat(PathNames.id(design.path())).isEqualTo(design.id()));
    }

    @Test
    void an_NLB_in_front_of_an_ALB_is_new_since_September_2021() {
        assertThat(space(THEN).ids()).doesNotContain("nlb-alb-ambassador");
        assertThat(space(LocalDate.of(2021, 9, 26)).ids()).doesNotContain("nlb-alb-ambassador");
        assertThat(space(LocalDate.of(2021, 9, 27)).ids()).contains("nlb-alb-ambassador");
    }

    @Test
    void a_REST_API_reaches_an_ALB_since_November_2025() {
        assertThat(space(LocalDate.of(2025, 11, 20)).ids()).doesNotContain("apigateway-link2-alb-ambassador");
        assertThat(space(LocalDate.of(2025, 11, 21)).ids()).contains("apigateway-link2-alb-ambassador");
    }

    @ParameterizedTest
    @MethodSource("every_legal_path")
    void each_hop_of_a_legal_path_follows_the_one_in_front_by_a_link(Design design) {
        List<String> links = Link.all(Facts.bundled().asOf(TODAY)).stream()
                .map(Link::toString)
                .toList();
        List<HopKind> onPath = design.path().stream()
                .filter(kind -> !kind.equals(HopKind.WEB_ACL))
                .toList();

        assertThat(links).contains("internet -> " + onPath.get(0));
        for (int at = 1; at < onPath.size(); at++) {
            assertThat(links).contains(onPath.get(at - 1) + " -> " + onPath.get(at));
        }
        assertThat(onPath.get(onPath.size() - 1)).isEqualTo(HopKind.MODEL_SERVICE);
        if (design.has(HopKind.WEB_ACL)) {
            HopKind guarded = design.path().get(design.path().indexOf(HopKind.WEB_ACL) + 1);
            assertThat(links).contains("web-acl -> " + guarded);
        }
    }

    @ParameterizedTest
    @MethodSource("every_legal_path")
    void a_component_stands_once_on_a_path_and_an_NLB_twice_only_around_an_ALB(Design design) {
        List<Hop> hops = Components.realize(design.path());

        assertThat(hops).doesNotHaveDuplicates();
        assertThat(hops.stream()
                        .filter(hop -> !(hop instanceof NetworkLoadBalancer))
                        .map(Hop::kind))
                .doesNotHaveDuplicates();
        List<NetworkLoadBalancer> balancers = hops.stream()
                .filter(NetworkLoadBalancer.class::isInstance)
                .map(NetworkLoadBalancer.class::cast)
                .toList();
        if (balancers.size() > 1) {
            assertThat(balancers).hasSize(2);
            assertThat(balancers.get(0).inFrontOfAlb()).isTrue();
            assertThat(balancers.get(1).pinned()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("every_rule")
    void every_rule_refuses_a_path_that_the_links_allow_and_says_why(PathRule rule) {
        assertThat(SPACE.refused()).extracting(DesignSpace.Refused::rule).contains(rule);
        assertThat(rule.reason()).endsWith(".");
    }

    @Test
    void no_legal_path_is_refused() {
        List<List<HopKind>> refused =
                SPACE.refused().stream().map(DesignSpace.Refused::path).toList();

        assertThat(SPACE.designs().stream().map(Design::path)).doesNotContainAnyElementsOf(refused);
    }
}
