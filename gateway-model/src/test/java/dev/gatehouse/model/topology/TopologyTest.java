package dev.gatehouse.model.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.testing.Specs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopologyTest {
    private static final Facts FACTS = Facts.bundled();

    static Stream<Named<Topology>> everyDesignAndSpec() {
        return Specs.byName().entrySet().stream()
                .flatMap(spec -> Designs.all().stream()
                        .map(design -> Named.of(
                                design.id() + " of " + spec.getKey(), design.realize(spec.getValue(), FACTS))));
    }

    @ParameterizedTest
    @MethodSource("everyDesignAndSpec")
    void every_model_has_a_port_on_each_of_its_entries(Topology topology) {
        for (Model model : topology.spec().models()) {
            for (String entry : model.entries()) {
                assertThat(topology.seam().port(entry, model.name()))
                        .as(entry + " " + model.name())
                        .isPresent();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyDesignAndSpec")
    void no_two_ports_share_a_number_a_name_or_a_target_group(Topology topology) {
        Seam seam = topology.seam();

        for (SeamBalancer balancer : seam.balancers()) {
            assertThat(seam.ports(balancer.id()).stream().map(SeamPort::port)).doesNotHaveDuplicates();
        }
        assertThat(seam.ports().stream().map(SeamPort::name)).doesNotHaveDuplicates();
        assertThat(seam.ports().stream().map(port -> port.targetGroup().name()))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?") && name.length() <= 32);
        if (topology.design().has(HopKind.AMBASSADOR)) {
            assertThat(seam.ports().stream().map(port -> port.targetGroup().port()))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("everyDesignAndSpec")
    void entries_of_different_trust_never_share_a_port_in_front_of_ambassador(Topology topology) {
        if (!topology.design().has(HopKind.AMBASSADOR)) {
            return;
        }
        for (SeamPort port : topology.seam().ports()) {
            List<Entry> entries = port.entries().stream()
                    .map(name -> topology.spec().entry(name).orElseThrow())
                    .toList();
            assertThat(entries.stream().map(Entry::reach).distinct()).hasSize(1);
            assertThat(entries.stream().map(topology::needsClientCertificates).distinct())
                    .hasSize(1);
            assertThat(entries.stream().map(topology::clientsSpeakTls).distinct())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("everyDesignAndSpec")
    void an_outer_hop_waits_longer_than_the_hop_behind_it(Topology topology) {
        for (TimeoutLadder ladder : topology.seam().ladders()) {
            List<TimeoutLadder.Rung> rungs = ladder.rungs();
            for (int at = 1; at < rungs.size(); at++) {
                TimeoutLadder.Rung outer = rungs.get(at);
                for (TimeoutLadder.Rung inner : rungs.subList(0, at)) {
                    assertThat(holds(inner.total(), outer.total()) || isAtItsLimit(outer, true))
                            .as(ladder.model() + " total " + inner + " " + outer)
                            .isTrue();
                    if (inner.hop().equals(HopKind.AMBASSADOR)) {
                        assertThat(holds(inner.idle(), outer.idle()) || isAtItsLimit(outer, false))
                                .as(ladder.model() + " idle " + inner + " " + outer)
                                .isTrue();
                    }
                }
            }
        }
    }

    private static boolean holds(Optional<Duration> inner, Optional<Duration> outer) {
        return inner.isEmpty()
                || outer.isEmpty()
                || outer.get().compareTo(inner.get().plus(TimeoutLadder.MARGIN)) >= 0;
    }

    private static boolean isAtItsLimit(TimeoutLadder.Rung rung, boolean total) {
        Optional<Duration> set = total ? rung.total() : rung.idle();
        return Stream.of("request-timeout", "stream-timeout", "idle-timeout")
                .flatMap(id -> FACTS.find(rung.hop().id(), id).stream())
                .map(fact -> fact.max().or(fact::value).orElseThrow().toDuration())
                .anyMatch(most -> set.equals(Optional.of(most)));
    }

    @ParameterizedTest
    @MethodSource("everyDesignAndSpec")
    void ambassador_gives_each_model_its_own_time(Topology topology) {
        if (!topology.design().has(HopKind.AMBASSADOR)) {
            return;
        }
        for (Model model : topology.spec().models()) {
            TimeoutLadder ladder = topology.seam().ladder(model.name()).orElseThrow();
            assertThat(ladder.total(HopKind.AMBASSADOR)).isEqualTo(model.atMost());
            assertThat(ladder.idle(HopKind.AMBASSADOR).orElseThrow()).isGreaterThan(model.longestSilence());
        }
    }

    @ParameterizedTest
    @MethodSource("everyDesignAndSpec")
    void every_wire_of_an_entry_is_told_and_clients_come_first(Topology topology) {
        for (EntryPath path : topology.paths()) {
            List<Wire> wires = topology.wires(path.entry());
            assertThat(wires).hasSize(path.onPath().size());
            assertThat(wires.get(0).tls()).isEqualTo(topology.clientsSpeakTls(path.entry()));
        }
    }

    @ParameterizedTest
    @MethodSource("everyDesignAndSpec")
    void an_entry_inside_the_vpc_enters_at_a_private_balancer(Topology topology) {
        for (EntryPath path : topology.paths()) {
            if (!path.entry().isPublic()) {
                assertThat(path.entrance().kind()).isEqualTo(HopKind.NETWORK_LOAD_BALANCER);
                assertThat(path.hop(dev.gatehouse.model.hop.NetworkLoadBalancer.class)
                                .orElseThrow()
                                .exposure())
                        .isEqualTo(dev.gatehouse.model.hop.Exposure.INTERNAL);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyDesignAndSpec")
    void a_promise_has_one_keeper_and_a_reason_for_every_other_hop(Topology topology) {
        for (Keeping keeping : topology.keepings()) {
            EntryPath path = topology.path(keeping.entry());
            List<HopKind> told =
                    new ArrayList<>(keeping.refused().stream().map(Refusal::hop).toList());
            keeping.keeper().ifPresent(told::add);
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(path.hops().stream()
                            .map(dev.gatehouse.model.hop.Hop::kind)
                            .toList());
            assertThat(keeping.refused())
                    .allSatisfy(refusal -> assertThat(refusal.why()).isNotBlank());
            assertThat(keeping.how()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("everyDesignAndSpec")
    void a_named_keeper_is_obeyed_where_it_is_on_the_path(Topology topology) {
        PlatformSpec spec = topology.spec();
        for (Keeping keeping : topology.keepings()) {
            Optional<HopKind> named = Optional.ofNullable(
                            spec.keepers().get(keeping.requirement().word()))
                    .map(HopKind::new)
                    .filter(topology.path(keeping.entry())::has);
            if (named.isPresent() && keeping.keeper().isPresent()) {
                assertThat(keeping.keeper()).isEqualTo(named);
            }
        }
    }

    @Test
    void design_3_passes_a_partners_tls_through_on_a_port_of_its_own() {
        Topology topology = Designs.of("nlb-ambassador").orElseThrow().realize(Specs.riskModels(), FACTS);
        SeamPort partner = topology.seam().port("partner", "fraud").orElseThrow();
        SeamPort everybody = topology.seam().port("public", "fraud").orElseThrow();
        SeamPort admin = topology.seam().ports("private").get(0);

        assertThat(partner.name()).isEqualTo("edge-mtls");
        assertThat(partner.port()).isEqualTo(8443);
        assertThat(partner.terminatesTls()).isFalse();
        assertThat(partner.carriesTls()).isTrue();
        assertThat(everybody.port()).isEqualTo(443);
        assertThat(everybody.terminatesTls()).isTrue();
        assertThat(admin.name()).isEqualTo("vpc-http");
        assertThat(admin.port()).isEqualTo(80);
    }

    @Test
    void a_models_port_depends_on_its_name_and_not_on_its_place() {
        List<String> names = List.of("fraud", "assistant", "batch-score", "damage-image");
        List<String> reversed = List.of("damage-image", "batch-score", "assistant", "fraud");
        Set<String> more = new HashSet<>(names);
        more.add("one-more");

        assertThat(PortNumbers.ofModels(reversed)).isEqualTo(PortNumbers.ofModels(names));
        assertThat(PortNumbers.ofModels(List.copyOf(more))).containsAllEntriesOf(PortNumbers.ofModels(names));
    }

    @Test
    void a_target_groups_name_changes_exactly_when_a_replacing_property_does() {
        String name = TargetGroupNames.of(List.of("risk-models", "edge"), List.of("TCP", "8081", "vpc-1"));

        assertThat(TargetGroupNames.of(List.of("risk-models", "edge"), List.of("TCP", "8081", "vpc-1")))
                .isEqualTo(name);
        assertThat(TargetGroupNames.of(List.of("risk-models", "edge"), List.of("TLS", "8081", "vpc-1")))
                .isNotEqualTo(name);
        assertThat(TargetGroupNames.of(List.of("risk-models", "edge"), List.of("TCP", "80", "81vpc-1")))
                .isNotEqualTo(name);
    }
}
