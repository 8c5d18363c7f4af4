package dev.gatehouse.ambassador.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.spec.Entry.Reach;
import dev.gatehouse.model.topology.ClientAddress;
import dev.gatehouse.model.topology.HealthCheck;
import dev.gatehouse.model.topology.Trust;
import dev.gatehouse.model.topology.Trust.InFront;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListenerWireTest {
    /**
     * Written by hand. In front; whether the NLB ends TLS; whether TLS arrives; what is spoken; how security is told;
     * trusted hops; what happens to an insecure request of clients on the internet, of those with certificates, inside
     * the VPC, and inside the VPC with certificates.
     */
    private static final String TABLE = """
            nobody                    no   no   HTTP,TCP      INSECURE  0  Redirect  Reject  Route     Reject
            nobody                    no   yes  TLS,HTTP,TCP  XFP       0  Reject    Reject  Reject    Reject
            nobody                    yes  no   HTTP,TCP      SECURE    0  Reject    Reject  Reject    Reject
            nobody                    yes  yes  TLS,HTTP,TCP  XFP       0  Reject    Reject  Reject    Reject
            rest-api                  no   no   HTTP,TCP      SECURE    1  Reject    Reject  Reject    Reject
            rest-api                  no   yes  TLS,HTTP,TCP  XFP       1  Reject    Reject  Reject    Reject
            rest-api                  yes  no   HTTP,TCP      SECURE    1  Reject    Reject  Reject    Reject
            rest-api                  yes  yes  TLS,HTTP,TCP  XFP       1  Reject    Reject  Reject    Reject
            http-api                  no   no   HTTP,TCP      SECURE    0  Reject    Reject  Reject    Reject
            http-api                  no   yes  TLS,HTTP,TCP  XFP       0  Reject    Reject  Reject    Reject
            http-api                  yes  no   HTTP,TCP      SECURE    0  Reject    Reject  Reject    Reject
            http-api                  yes  yes  TLS,HTTP,TCP  XFP       0  Reject    Reject  Reject    Reject
            cloudfront                no   no   HTTP,TCP      SECURE    1  Reject    Reject  Reject    Reject
            cloudfront                no   yes  TLS,HTTP,TCP  XFP       1  Reject    Reject  Reject    Reject
            cloudfront                yes  no   HTTP,TCP      SECURE    1  Reject    Reject  Reject    Reject
            cloudfront                yes  yes  TLS,HTTP,TCP  XFP       1  Reject    Reject  Reject    Reject
            application-load-balancer no   no   HTTP,TCP      XFP       1  Redirect  Reject  Redirect  Reject
            application-load-balancer no   yes  TLS,HTTP,TCP  XFP       1  Reject    Reject  Reject    Reject
            application-load-balancer yes  no   HTTP,TCP      XFP       1  Redirect  Reject  Redirect  Reject
            application-load-balancer yes  yes  TLS,HTTP,TCP  XFP       1  Reject    Reject  Reject    Reject
            """;

    private static final int PORT = 8081;

    /** One point of the input space and what the table says of it. */
    record Case(
            Trust trust,
            boolean ends,
            boolean arrives,
            ClientAddress address,
            List<String> stack,
            String security,
            int hops,
            String insecure) {
        ListenerWire wire() {
            return ListenerWire.of(trust, ends, arrives, address, PORT);
        }
    }

    static Stream<Case> everything() {
        List<Case> cases = new ArrayList<>();
        for (String row : TABLE.lines().toList()) {
            String[] cell = row.trim().split(" +", -1);
            InFront inFront = Stream.of(InFront.values())
                    .filter(each -> each.word().equals(cell[0]))
                    .findFirst()
                    .orElseThrow();
            for (Reach reach : Reach.values()) {
                for (boolean mutualTls : new boolean[] {false, true}) {
                    int column = 6 + (reach == Reach.VPC ? 2 : 0) + (mutualTls ? 1 : 0);
                    for (ClientAddress address : ClientAddress.values()) {
                        List<String> stack = new ArrayList<>(List.of(cell[3].split(",", -1)));
                        if (address == ClientAddress.PROXY_PROTOCOL) {
                            stack.add(0, "PROXY");
                        }
                        cases.add(new Case(
                                new Trust(inFront, reach, mutualTls, Integer.parseInt(cell[5])),
                                cell[1].equals("yes"),
                                cell[2].equals("yes"),
                                address,
                                stack,
                                cell[4],
                                Integer.parseInt(cell[5]),
                                cell[column]));
                    }
                }
            }
        }
        return cases.stream();
    }

    @Test
    void the_table_covers_the_whole_input_space() {
        assertThat(everything().map(each -> List.of(each.trust(), each.ends(), each.arrives(), each.address())))
                .doesNotHaveDuplicates()
                .hasSize(InFront.values().length * Reach.values().length * 2 * 2 * 2 * ClientAddress.values().length);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void the_wire_in_front_decides_as_the_table_says(Case point) {
        ListenerWire wire = point.wire();

        assertThat(wire.stack()).isEqualTo(point.stack());
        assertThat(wire.security()).hasToString(point.security());
        assertThat(wire.trustedHops()).isEqualTo(point.hops());
        assertThat(wire.insecure().word()).isEqualTo(point.insecure());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void the_PROXY_header_is_read_before_TLS_and_never_asked_of_the_health_check(Case point) {
        ListenerWire wire = point.wire();

        if (point.address() == ClientAddress.PROXY_PROTOCOL) {
            assertThat(wire.stack()).startsWith("PROXY");
            assertThat(wire.health()).isEqualTo(HealthCheck.connection(PORT));
        } else {
            assertThat(wire.stack()).doesNotContain("PROXY");
            assertThat(wire.health()).isEqualTo(HealthCheck.AMBASSADOR);
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void cleartext_on_a_port_with_TLS_is_never_served(Case point) {
        ListenerWire wire = point.wire();

        if (wire.stack().contains("TLS")) {
            assertThat(wire.security()).isEqualTo(ListenerWire.Security.XFP);
            assertThat(wire.insecure()).isEqualTo(ListenerWire.Insecure.REJECT);
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void plain_HTTP_is_routed_only_inside_the_VPC(Case point) {
        if (point.wire().insecure() == ListenerWire.Insecure.ROUTE) {
            assertThat(point.trust().reach()).isEqualTo(Reach.VPC);
            assertThat(point.trust().mutualTls()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void nobody_but_a_layer_7_hop_is_believed_about_the_client(Case point) {
        boolean appends =
                point.trust().inFront() != InFront.NOBODY && point.trust().inFront() != InFront.HTTP_API;

        assertThat(point.wire().trustedHops() > 0).isEqualTo(appends);
    }
}
