package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.YamlText;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Topology;
import java.time.Duration;

/** Values for Emissary's own Helm chart: what the generated resources rely on. */
final class ChartValues {
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private ChartValues() {}

    static String of(Topology topology) {
        long sleep = seconds(sleep(topology));
        Fields values = new Fields()
                .put("createDefaultListeners", false, "every Listener is one of ours")
                .put("module", new Fields().put("enabled", false), "two Modules: Emissary passes over one")
                .put(
                        "service",
                        new Fields()
                                .put("type", "ClusterIP", "the chart's LoadBalancer would be a way round the design"))
                .put(
                        "terminationGracePeriodSeconds",
                        sleep + seconds(MARGIN),
                        "longer than the preStop sleep, so that no answer is cut off")
                .put(
                        "lifecycle",
                        new Fields()
                                .put(
                                        "preStop",
                                        new Fields()
                                                .put(
                                                        "sleep",
                                                        new Fields()
                                                                .put(
                                                                        "seconds",
                                                                        sleep,
                                                                        "late connections of the NLB, then the longest answer; Kubernetes 1.30 or later"))));
        return YamlText.of(
                "Values for the Emissary-ingress chart: helm upgrade --values. Not a resource.",
                values.values(),
                values.comments());
    }

    /** How long a pod goes on serving after it was told to stop. */
    static Duration sleep(Topology topology) {
        return ChosenTimes.ofLateConnections(topology).plus(longestAnswer(topology));
    }

    static Duration longestAnswer(Topology topology) {
        return topology.spec().models().stream()
                .map(ChartValues::longest)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration longest(Model model) {
        return model.atMost().orElse(model.longestSilence());
    }

    /** Rounded up. */
    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
