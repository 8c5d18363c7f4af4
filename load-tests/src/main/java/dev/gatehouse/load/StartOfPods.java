package dev.gatehouse.load;

import dev.gatehouse.ambassador.job.LoadJob;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateRunning;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The moment at which the pods of an Indexed Job begin together: a while after the last of their generators started.
 *
 * <p>Every pod reads the same times, which Kubernetes wrote down once, so all come to the same moment and none has to
 * tell another. What is left between them is what their nodes' clocks differ.
 */
final class StartOfPods {
    /** The label that says which part of the Job a pod is. */
    static final String INDEX = "batch.kubernetes.io/job-completion-index";

    /** From the start of the last generator to the first turn: a JVM's start, and a look at the pods each second. */
    static final Duration LEAD = Duration.ofSeconds(30);

    private StartOfPods() {}

    /** The moment; empty as long as a part has no generator that runs. */
    static Optional<Instant> of(List<Pod> pods, int parts) {
        Map<String, Instant> running = new TreeMap<>();
        for (Pod pod : pods) {
            started(pod)
                    .ifPresent(start -> running.put(
                            pod.getMetadata()
                                    .getLabels()
                                    .getOrDefault(INDEX, pod.getMetadata().getName()),
                            start));
        }
        return running.size() < parts
                ? Optional.empty()
                : running.values().stream().max(Instant::compareTo).map(last -> last.plus(LEAD));
    }

    private static Optional<Instant> started(Pod pod) {
        return Optional.ofNullable(pod.getStatus())
                .flatMap(status -> status.getContainerStatuses().stream()
                        .filter(container -> LoadJob.GENERATOR.equals(container.getName()))
                        .findFirst())
                .map(ContainerStatus::getState)
                .map(ContainerState::getRunning)
                .map(ContainerStateRunning::getStartedAt)
                .map(Instant::parse);
    }
}
