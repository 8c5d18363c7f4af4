package dev.gatehouse.load;

import dev.gatehouse.model.unit.Durations;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the generators of a run wait for each other. Written as a moment, {@code 2026-11-23T01:00:00Z}, for machines
 * that somebody starts by hand, or as {@code pods/NAMESPACE/JOB} in the pods of a Job.
 */
final class StartLine {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String PODS = "pods";

    private StartLine() {}

    /**
     * The moment at which all parts begin.
     *
     * @throws IOException if it is neither a moment nor a Job, or Kubernetes does not answer
     * @throws dev.gatehouse.model.finding.InvalidInputException with GH-586 if the pods don't all start, or the moment
     *     has passed
     */
    static Instant await(String written, int parts) throws IOException {
        return await(written, parts, () -> new KubernetesClientBuilder().build());
    }

    /** As {@link #await(String, int)}, with the way to the cluster of the pods. */
    static Instant await(String written, int parts, Supplier<KubernetesClient> cluster) throws IOException {
        String[] words = written.split("/", -1);
        Instant start =
                words.length == 3 && words[0].equals(PODS) ? pods(cluster, words[1], words[2], parts) : moment(written);
        if (!start.isAfter(Instant.now())) {
            throw PartRules.refused(
                    PartRules.NOT_TOGETHER,
                    written,
                    "this part is ready after the parts were to begin, at " + start,
                    "parts that are not sent together are not the load that was planned",
                    "start all parts again");
        }
        return start;
    }

    private static Instant moment(String written) throws IOException {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException e) {
            throw new IOException("'" + written + "' is neither a moment nor pods/NAMESPACE/JOB", e);
        }
    }

    private static Instant pods(Supplier<KubernetesClient> cluster, String namespace, String job, int parts)
            throws IOException {
        Instant end = Instant.now().plus(LONGEST_WAIT);
        try (KubernetesClient client = cluster.get()) {
            while (Instant.now().isBefore(end)) {
                Optional<Instant> start = StartOfPods.of(
                        client.pods()
                                .inNamespace(namespace)
                                .withLabel("batch.kubernetes.io/job-name", job)
                                .list()
                                .getItems(),
                        parts);
                if (start.isPresent()) {
                    return start.get();
                }
                Waiting.rest(BETWEEN_LOOKS);
            }
        } catch (KubernetesClientException e) {
            throw new IOException("the pods of " + job + " can't be listed: " + e.getMessage(), e);
        }
        throw PartRules.refused(
                PartRules.NOT_TOGETHER,
                job,
                "the " + parts + " pods did not all start within " + Durations.format(LONGEST_WAIT),
                "parts that are not sent together are not the load that was planned",
                "see kubectl describe pods of " + List.of(job) + ", make room for all of them, and start again");
    }
}
