package dev.gatehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.job.LoadJob;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartOfPodsTest {
    private static final String EARLY = "2026-11-23T01:00:00Z";
    private static final String LATE = "2026-11-23T01:02:10Z";

    @Test
    void all_parts_begin_a_while_after_the_last_container_started() {
        Instant begin = Instant.parse(LATE).plus(StartOfPods.LEAD);

        assertThat(StartOfPods.of(List.of(running("0", EARLY), running("1", LATE), running("2", EARLY)), 3))
                .contains(begin);
        assertThat(StartOfPods.of(List.of(running("1", LATE), running("2", EARLY), running("0", EARLY)), 3))
                .as("whatever the order of the list")
                .contains(begin);
    }

    @Test
    void nobody_begins_before_every_part_has_a_container_that_runs() {
        Pod pending = new PodBuilder()
                .withNewMetadata()
                .withName("load-1")
                .addToLabels(StartOfPods.INDEX, "1")
                .endMetadata()
                .build();

        assertThat(StartOfPods.of(List.of(), 2)).isEmpty();
        assertThat(StartOfPods.of(List.of(running("0", EARLY)), 2)).isEmpty();
        assertThat(StartOfPods.of(List.of(running("0", EARLY), pending), 2)).isEmpty();
        assertThat(StartOfPods.of(List.of(running("0", EARLY), running("0", LATE)), 2))
                .as("two pods of one part are not two parts")
                .isEmpty();
    }

    @Test
    void a_container_that_somebody_put_beside_the_generator_says_nothing() {
        Pod started = new PodBuilder(running("0", LATE))
                .editStatus()
                .addToContainerStatuses(0, status("envoy", EARLY))
                .endStatus()
                .build();
        Pod notYet = new PodBuilder(running("0", LATE))
                .editStatus()
                .withContainerStatuses(
                        status("envoy", EARLY),
                        new ContainerStatusBuilder()
                                .withName(LoadJob.GENERATOR)
                                .withNewState()
                                .withNewWaiting()
                                .endWaiting()
                                .endState()
                                .build())
                .endStatus()
                .build();

        assertThat(StartOfPods.of(List.of(started), 1))
                .contains(Instant.parse(LATE).plus(StartOfPods.LEAD));
        assertThat(StartOfPods.of(List.of(notYet), 1)).isEmpty();
    }

    private static Pod running(String index, String since) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("load-" + index)
                .addToLabels(StartOfPods.INDEX, index)
                .endMetadata()
                .withNewStatus()
                .withContainerStatuses(status(LoadJob.GENERATOR, since))
                .endStatus()
                .build();
    }

    private static ContainerStatus status(String container, String since) {
        return new ContainerStatusBuilder()
                .withName(container)
                .withNewState()
                .withNewRunning()
                .withStartedAt(since)
                .endRunning()
                .endState()
                .build();
    }
}
