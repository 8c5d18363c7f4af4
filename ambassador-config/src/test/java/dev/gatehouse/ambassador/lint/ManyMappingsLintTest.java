package dev.gatehouse.ambassador.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.model.finding.Finding;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** How long linting takes, in time on the processor, which a busy machine does not stretch. */
@Isolated("measures time on a processor, whose caches others would take")
class ManyMappingsLintTest {
    /** Every third model has a canary that breaks a rule or two, every tenth an expression. */
    private static Manifests manifests(int models) {
        StringBuilder text = new StringBuilder(models * 300);
        text.append("{apiVersion: getambassador.io/v3alpha1, kind: Listener, metadata: {name: web}, spec: {port: 8080,"
                + " protocol: HTTP, securityModel: XFP, l7Depth: 1, hostBinding: {namespace: {from: ALL}}}}\n");
        for (int i = 0; i < models; i++) {
            String name = i % 3 == 2 ? "model-" + (i - 1) : "model-" + i;
            text.append("---\napiVersion: getambassador.io/v3alpha1\nkind: Mapping\nmetadata:\n  name: ")
                    .append(name)
                    .append(i % 3 == 2 ? "-canary" : "")
                    .append("\n  namespace: team-")
                    .append(i % 20)
                    .append("\nspec:\n  hostname: h")
                    .append(i % 50)
                    .append(".example.com\n  prefix: /v2/models/")
                    .append(name)
                    .append(i % 10 == 0 ? "-[a-z]+/\n  prefix_regex: true" : "/")
                    .append("\n  service: ")
                    .append(name)
                    .append(":8080\n  timeout_ms: 30000\n");
        }
        for (int i = 0; i < 50; i++) {
            text.append("---\n{apiVersion: getambassador.io/v3alpha1, kind: Host, metadata: {name: h")
                    .append(i)
                    .append("}, spec: {hostname: h")
                    .append(i)
                    .append(".example.com}}\n");
        }
        return Manifests.read(List.of(Source.of("many.yaml", text.toString())));
    }

    private static long nanos(int models) {
        Manifests manifests = manifests(models);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            List<Finding> findings = Lint.of(manifests);
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
            assertThat(findings).hasSizeGreaterThan(models / 10);
        }
        return best;
    }

    @Test
    void five_thousand_mappings_take_about_a_second() {
        long nanos = nanos(5_000);

        System.out.println("lint of 5,000 Mappings: " + nanos / 1_000_000 + " ms");
        assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void four_times_as_many_take_not_many_times_longer() {
        assertThat(nanos(10_000)).isLessThan(12 * nanos(2_500));
    }
}
