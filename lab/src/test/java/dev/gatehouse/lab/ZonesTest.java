package dev.gatehouse.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.stage.StageCounts;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a lost zone takes, and who finds out when. */
class ZonesTest {
    private static final Site SITE = Site.open("zones-test", 1);
    private static final int ZONES = 3;
    private static final LabOptions OPTIONS = LabOptions.standard().inZones(ZONES);
    private static final String IRIS = "/v2/models/iris/infer";

    @AfterAll
    static void close() {
        SITE.close();
    }

    private static Lab lab(String design) {
        return lab(design, OPTIONS);
    }

    private static Lab lab(String design, LabOptions options) {
        Topology topology = Designs.of(design).orElseThrow().realize(Specs.iris(), Facts.bundled());
        return Lab.start(topology, options, ModelCluster::start, SITE);
    }

    private static Caller caller(Lab lab, InetSocketAddress node) throws IOException {
        Entrance entrance = lab.entrance("public");
        return Caller.connect(
                node, entrance.tls(), entrance.host(), lab.authority().certificate(), Optional.empty());
    }

    /** By hand: balancers have three nodes, what AWS bridges has one. */
    @Test
    void balancers_have_a_node_in_each_zone_and_what_aws_runs_over_zones_has_one() {
        for (Design design : Designs.all()) {
            try (Lab lab = lab(design.id())) {
                Map<String, Long> nodes =
                        lab.counts().stream().collect(Collectors.groupingBy(StageCounts::hop, Collectors.counting()));

                assertThat(nodes)
                        .as(design.id())
                        .isNotEmpty()
                        .allSatisfy((hop, count) -> assertThat(count)
                                .as(design.id() + " " + hop)
                                .isEqualTo(hop.endsWith("load-balancer") ? ZONES : 1));
            }
        }
    }

    @Test
    void a_lost_zone_takes_its_node_until_the_name_leads_elsewhere() throws IOException {
        try (Lab lab = lab("nlb-ambassador")) {
            List<InetSocketAddress> nodes = lab.nodes("public", "iris");
            assertThat(nodes).hasSize(ZONES).doesNotHaveDuplicates();

            lab.faults().killZone(1);
            assertThat(lab.nodes("public", "iris")).isEqualTo(nodes);
            assertThatThrownBy(() -> caller(lab, nodes.get(1))).isInstanceOf(ConnectException.class);

            lab.faults().noticeZone(1);
            assertThat(lab.nodes("public", "iris")).containsExactly(nodes.get(0), nodes.get(2));
            lab.faults().noticeZone(0);
            assertThat(lab.entrance("public").address()).isEqualTo(nodes.get(2));
            lab.faults().noticeZone(2);
            assertThat(lab.nodes("public", "iris"))
                    .as("where nothing is healthy names lead to everything")
                    .isEqualTo(nodes);
        }
    }

    @Test
    void pods_of_models_behind_an_ingress_are_called_until_kubernetes_gives_the_zone_up() throws IOException {
        try (Lab lab = lab("nlb-ambassador")) {
            lab.faults().killZone(0);
            lab.faults().noticeZone(0);
            assertThat(statuses(lab)).contains(503).contains(200);

            lab.faults().giveUpZone(0);
            assertThat(statuses(lab)).containsOnly(200);
        }
    }

    @Test
    void without_an_ingress_health_checks_are_enough() throws IOException {
        try (Lab lab = lab("apigateway-nlb")) {
            lab.faults().killZone(2);
            assertThat(statuses(lab)).contains(502);

            lab.faults().noticeZone(2);
            assertThat(statuses(lab)).containsOnly(200);
        }
    }

    @Test
    void one_pod_of_an_ingress_is_lost_without_its_zone() throws IOException {
        try (Lab lab = lab("nlb-ambassador", OPTIONS.withPods(2))) {
            lab.faults().killPod(5);
            lab.faults().noticePod(5);

            assertThat(lab.nodes("public", "iris")).hasSize(ZONES);
            assertThat(statuses(lab)).containsOnly(200);
            assertThatThrownBy(() -> lab.faults().killPod(6)).hasMessage("the lab has pods 0 to 5, not 6");
            assertThatThrownBy(() -> lab.faults().killZone(3)).hasMessage("the lab has zones 0 to 2, not 3");
        }
    }

    @Test
    void changed_routes_are_taken_and_the_first_ones_again() throws IOException {
        try (Lab lab = lab("nlb-ambassador")) {
            lab.faults().reloadRoutes();
            assertThat(statuses(lab)).containsOnly(200);
            lab.faults().reloadRoutes();
            assertThat(statuses(lab)).containsOnly(200);
        }
    }

    /** Of requests at the same time, each by a connection of its own at every hop. */
    private static List<Integer> statuses(Lab lab) throws IOException {
        List<Caller> callers = new ArrayList<>();
        List<Integer> statuses = new ArrayList<>();
        try {
            List<InetSocketAddress> nodes = lab.nodes("public", "iris");
            for (int call = 0; call < 24; call++) {
                callers.add(caller(lab, nodes.get(call % nodes.size())));
            }
            for (Caller caller : callers) {
                caller.send("POST", IRIS, Map.of(ModelServer.TIME, "500 ms"), new byte[] {1});
            }
            for (Caller caller : callers) {
                statuses.add(caller.answer().status());
            }
        } finally {
            for (Caller caller : callers) {
                caller.close();
            }
        }
        return statuses;
    }
}
