package dev.gatehouse.model.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Component;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.Components;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.Stance;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The paths of the five designs agree with the sheets of their components. */
final class DesignLinksTest {
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2020, 11, 19), LocalDate.of(2026, 11, 22));

    static Stream<Design> every_design() {
        return Designs.all().stream();
    }

    static Stream<Arguments> every_design_on_every_day() {
        return every_design().flatMap(design -> DAYS.stream().map(day -> Arguments.of(design, day)));
    }

    @ParameterizedTest
    @MethodSource("every_design_on_every_day")
    void each_hop_may_stand_in_front_of_the_next(Design design, LocalDate day) {
        List<String> path = Components.realize(design.path()).stream()
                .filter(hop -> hop.stance() != Stance.ATTACHED)
                .map(hop -> hop.kind().id())
                .toList();

        for (int at = 1; at < path.size(); at++) {
            assertThat(links(day)).contains(path.get(at - 1) + " -> " + path.get(at));
        }
    }

    @ParameterizedTest
    @MethodSource("every_design_on_every_day")
    void a_web_acl_may_be_attached_to_the_next_hop(Design design, LocalDate day) {
        List<Hop> hops = Components.realize(design.path());

        for (int at = 0; at < hops.size(); at++) {
            if (hops.get(at).stance() == Stance.ATTACHED) {
                assertThat(links(day))
                        .contains(
                                hops.get(at).kind() + " -> " + hops.get(at + 1).kind());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("every_design")
    void a_hop_stands_to_the_path_as_its_sheet_says(Design design) {
        for (Hop hop : Components.realize(design.path())) {
            Component component = Facts.bundled().component(hop.kind().id()).orElseThrow();

            assertThat(component.stance()).isEqualTo(hop.stance());
            assertThat(component.layer().word())
                    .isEqualTo(hop.stance() == Stance.CONSULTED ? "dns" : String.valueOf(hop.layer()));
        }
    }

    private static List<String> links(LocalDate day) {
        return Facts.bundled().asOf(day).links().stream()
                .map(DesignLinksTest::link)
                .toList();
    }

    private static String link(Fact fact) {
        return fact.id().kind() + " -> " + fact.to().orElseThrow();
    }
}
