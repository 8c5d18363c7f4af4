package dev.gatehouse.ambassador.job;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.model.unit.Durations;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Job: one pod for each part, all at once, none a second time. */
final class Pods {
    private static final String INPUTS = "inputs";
    private static final String RESULTS = "results";
    private static final String TEMPORARY = "tmp";
    private static final String INPUT_FOLDER = "/inputs";
    private static final long NOBODY = 65_534;

    /** For nodes and images: as long as the parts wait for each other, and a while to spare. */
    private static final Duration TO_START = Duration.ofMinutes(20);

    private static final Duration TO_LOOK_AFTERWARDS = Duration.ofHours(1);

    private Pods() {}

    static List<Commented> of(LoadJob job) {
        Duration longest = job.run().plus(job.keep()).plus(TO_START);
        return List.of(new Commented(
                new JobBuilder()
                        .withMetadata(Access.metadata(job))
                        .withNewSpec()
                        .withCompletionMode("Indexed")
                        .withCompletions(job.parts())
                        .withParallelism(job.parts())
                        .withBackoffLimit(0)
                        .withActiveDeadlineSeconds(longest.toSeconds())
                        .withTtlSecondsAfterFinished(Math.toIntExact(TO_LOOK_AFTERWARDS.toSeconds()))
                        .withNewTemplate()
                        .withNewMetadata()
                        .withLabels(Access.labels(job))
                        .endMetadata()
                        .withSpec(pod(job))
                        .endTemplate()
                        .endSpec()
                        .build(),
                Map.of(
                        List.of("spec", "completionMode"),
                        "each pod learns its part from JOB_COMPLETION_INDEX",
                        List.of("spec", "parallelism"),
                        "all at once: parts one after another are another load",
                        List.of("spec", "backoffLimit"),
                        "a part that failed can't be sent again alone",
                        List.of("spec", "activeDeadlineSeconds"),
                        Durations.format(TO_START) + " to start, " + Durations.format(job.run()) + " of rounds, "
                                + Durations.format(job.keep()) + " to collect")));
    }

    private static PodSpec pod(LoadJob job) {
        return new PodSpecBuilder()
                .withServiceAccountName(job.name())
                .withAutomountServiceAccountToken(true)
                .withRestartPolicy("Never")
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(NOBODY)
                .withRunAsGroup(NOBODY)
                .withFsGroup(NOBODY)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .addNewTopologySpreadConstraint()
                .withMaxSkew(1)
                .withTopologyKey("kubernetes.io/hostname")
                .withWhenUnsatisfiable("ScheduleAnyway")
                .withNewLabelSelector()
                .withMatchLabels(Access.labels(job))
                .endLabelSelector()
                .endTopologySpreadConstraint()
                .withContainers(container(job))
                .addNewVolume()
                .withName(INPUTS)
                .withNewConfigMap()
                .withName(job.name())
                .endConfigMap()
                .endVolume()
                .addNewVolume()
                .withName(RESULTS)
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .addNewVolume()
                .withName(TEMPORARY)
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .build();
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of("java", "-XX:MaxRAMPercentage=60"));
        command.addAll(GeneratorJvm.OPTIONS);
        command.addAll(List.of("-cp", "/opt/gatehouse/lib/*", "dev.gatehouse.load.PartProgram"));
        return command;
    }

    private static Container container(LoadJob job) {
        return new ContainerBuilder()
                .withName(LoadJob.GENERATOR)
                .withImage(job.image())
                .withCommand(command())
                .withArgs(
                        LoadJob.RESULTS,
                        INPUT_FOLDER + "/plan.json",
                        INPUT_FOLDER + "/spec.yaml",
                        INPUT_FOLDER + "/calls.json",
                        String.valueOf(job.parts()),
                        "pods/" + job.namespace() + "/" + job.name(),
                        Durations.format(job.keep()))
                .withNewResources()
                .addToRequests("cpu", new Quantity("2"))
                .addToRequests("memory", new Quantity("2Gi"))
                .addToLimits("memory", new Quantity("2Gi"))
                .endResources()
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .addNewVolumeMount()
                .withName(INPUTS)
                .withMountPath(INPUT_FOLDER)
                .withReadOnly(true)
                .endVolumeMount()
                .addNewVolumeMount()
                .withName(RESULTS)
                .withMountPath(LoadJob.RESULTS)
                .endVolumeMount()
                .addNewVolumeMount()
                .withName(TEMPORARY)
                .withMountPath("/tmp")
                .endVolumeMount()
                .build();
    }
}
