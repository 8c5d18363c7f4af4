package dev.gatehouse.lab.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final List<InetSocketAddress> THREE = IntStream.of(1, 2, 3)
            .mapToObj(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .toList();

    @Test
    void a_flow_keeps_its_target_and_flows_spread_evenly() {
        Targets targets = new Targets(THREE);
        var shares = IntStream.range(10_000, 40_000)
                .mapToObj(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .peek(source -> assertThat(targets.of(source)).isEqualTo(targets.of(source)))
                .collect(Collectors.groupingBy(source -> targets.of(source).orElseThrow(), Collectors.counting()));

        assertThat(shares.values())
                .hasSize(3)
                .allSatisfy(flows -> assertThat(flows).isBetween(9_500L, 10_500L));
    }

    @Test
    void new_flows_go_to_healthy_targets_only() {
        Targets targets = new Targets(THREE);
        targets.healthy(THREE.subList(1, 2));

        assertThat(targets.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5)))
                .contains(THREE.get(1));

        targets.healthy(List.of());
        assertThat(targets.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5)))
                .isEmpty();
    }
}
