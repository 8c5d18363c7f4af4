package dev.gatehouse.ambassador.emissary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.RouteTable;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time stays in proportion to the number of Mappings, also where each model has a Host of its own. */
class ManyMappingsTest {
    private static Manifests manifests(int models) {
        StringBuilder text = new StringBuilder(models * 300);
        text.append("{apiVersion: getambassador.io/v3alpha1, kind: Listener, metadata: {name: web}, spec: {port: 8080,"
                + " protocol: HTTP, securityModel: XFP, hostBinding: {namespace: {from: ALL}}}}\n");
        for (int i = 0; i < models; i++) {
            text.append("---\napiVersion: getambassador.io/v3alpha1\nkind: Mapping\nmetadata:\n  name: model-")
                    .append(i)
                    .append("\n  namespace: team-")
                    .append(i % 20)
                    .append("\nspec:\n  hostname: h")
                    .append(i % (models / 10))
                    .append(".example.com\n  prefix: /v2/models/m")
                    .append(i)
                    .append("/\n  service: m")
                    .append(i)
                    .append(":8080\n  timeout_ms: 30000\n");
        }
        for (int i = 0; i < models / 10; i++) {
            text.append("---\n{apiVersion: getambassador.io/v3alpha1, kind: Host, metadata: {name: h")
                    .append(i)
                    .append("}, spec: {hostname: h")
                    .append(i)
                    .append(".example.com}}\n");
        }
        return Manifests.read(List.of(Source.of("many.yaml", text.toString())));
    }

    /** Time on the processor, which a busy machine does not stretch. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long nanos(Manifests manifests, int routes) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = cpuNanos();
            RouteTable table = EmissaryRoutes.of(manifests);
            best = Math.min(best, cpuNanos() - start);
            assertThat(table.virtualHosts().stream()
                            .flatMap(host -> host.routes().stream())
                            .filter(route -> !route.origin().synthetic()))
                    .hasSize(routes);
        }
        return best;
    }

    @Test
    void five_thousand_mappings_take_well_under_a_second() {
        assertThat(Duration.ofNanos(nanos(manifests(5_000), 10_000))).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void four_times_as_many_take_not_many_times_longer() {
        long few = nanos(manifests(2_500), 5_000);
        long many = nanos(manifests(10_000), 20_000);

        System.out.println(
                "routes of 2,500 Mappings: " + few / 1_000_000 + " ms; of 10,000: " + many / 1_000_000 + " ms");
        assertThat(many).isLessThan(few * 4 * 3);
    }
}
