package dev.gatehouse.ambassador.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.testing.Goldens;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadJobTest {
    private static final String SPEC = "name: \"a # b\"\n\ttab: 'é'\n";

    @TempDir
    private Path folder;

    @Test
    void three_parts_get_these_files() {
        Goldens.folder("load-job", job(3).files());
    }

    @Test
    void the_texts_are_the_resources_when_kubernetes_types_read_them() {
        LoadJob job = job(3);
        KubernetesSerialization types = new KubernetesSerialization();
        List<HasMetadata> read = new ArrayList<>();
        job.files().values().stream()
                .flatMap(text -> Stream.of(text.split("(?m)^---\n", -1)))
                .filter(document -> document.contains("kind: "))
                .forEach(document -> read.add(types.<HasMetadata>unmarshal(document)));

        assertThat(read).isEqualTo(job.resources());
        assertThat(read.stream().map(HasMetadata::getKind))
                .containsExactly("ServiceAccount", "Role", "RoleBinding", "ConfigMap", "Job");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void all_pods_run_at_once_and_none_a_second_time(int parts) {
        JobSpec spec = only(Job.class, parts).getSpec();

        assertThat(spec.getCompletionMode()).isEqualTo("Indexed");
        assertThat(spec.getCompletions()).isEqualTo(parts);
        assertThat(spec.getParallelism()).isEqualTo(parts);
        assertThat(spec.getBackoffLimit()).isZero();
        assertThat(pod(parts).getRestartPolicy()).isEqualTo("Never");
        assertThat(container(parts).getArgs()).contains(String.valueOf(parts), "pods/load/gatehouse-load-4f2a");
        assertThat(spec.getActiveDeadlineSeconds())
                .as("30 min of rounds, 60 to collect, 20 to start")
                .isEqualTo(110 * 60);
    }

    @Test
    void the_pods_may_list_pods_and_nothing_else() {
        List<PolicyRule> rules = only(Role.class, 2).getRules();

        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).getApiGroups()).containsExactly("");
        assertThat(rules.get(0).getResources()).containsExactly("pods");
        assertThat(rules.get(0).getVerbs()).containsExactly("list");
        assertThat(pod(2).getServiceAccountName()).isEqualTo("gatehouse-load-4f2a");
    }

    @Test
    void the_pods_have_no_rights_on_their_node_and_write_into_their_volumes_alone() {
        Container container = container(2);

        assertThat(pod(2).getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits())
                .as("a limit of the processor would stall the generator, and be measured as the design's")
                .containsOnlyKeys("memory");
        assertThat(container.getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyInAnyOrderElementsOf(
                        pod(2).getVolumes().stream().map(Volume::getName).toList());
    }

    @Test
    void every_file_that_the_program_is_told_of_is_in_the_config_map() {
        Map<String, String> data = only(ConfigMap.class, 2).getData();

        assertThat(container(2).getArgs().subList(1, 4))
                .containsExactlyInAnyOrderElementsOf(
                        data.keySet().stream().map(name -> "/inputs/" + name).toList());
        assertThat(data).containsEntry("spec.yaml", SPEC);
    }

    @Test
    void inputs_that_no_config_map_holds_are_refused() {
        assertThatThrownBy(() -> job(2, "x".repeat(1_048_576)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("GH-588");
        assertThatThrownBy(() -> job(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Runs the script with a stand-in for kubectl, which keeps the pods' files in folders. */
    @Test
    void the_script_fetches_every_part_and_lets_each_pod_end() throws Exception {
        for (int part = 0; part < 3; part++) {
            Path results = Files.createDirectories(folder.resolve("pods/pod-" + part + "/results/part-" + part));
            Files.writeString(results.resolve("result.json"), "of part " + part);
            Files.writeString(results.resolveSibling("measured"), "");
        }

        assertThat(collect()).isEqualTo("0 part-0\npart-1\npart-2\n");

        for (int part = 0; part < 3; part++) {
            assertThat(folder.resolve("here/part-" + part + "/result.json")).hasContent("of part " + part);
            assertThat(folder.resolve("pods/pod-" + part + "/results/collected"))
                    .exists();
        }
    }

    @Test
    void the_script_ends_with_an_error_where_a_pod_has_failed() throws Exception {
        Files.createDirectories(folder.resolve("pods/pod-0/results"));

        assertThat(collect()).startsWith("1 part 0: pod pod-0 is Failed and holds no results");
        assertThat(folder.resolve("here/part-0")).doesNotExist();
    }

    private String collect() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path kubectl = Files.writeString(bin.resolve("kubectl"), """
                #!/bin/sh
                [ "$1 $2" = "--namespace load" ] || exit 9
                shift 2
                case "$*" in
                    "get pods --selector batch.kubernetes.io/job-name=gatehouse-load-4f2a,"*) printf 'pod-%s' "${4##*=}" ;;
                    "get pod "*) printf Failed ;;
                    exec*test*) test -e "$PODS/$2$6" ;;
                    exec*touch*) touch "$PODS/$2$5" ;;
                    cp*) cp -r "$PODS/${2%%:*}${2#*:}" "$3" ;;
                    *) exit 9 ;;
                esac
                """);
        assertThat(kubectl.toFile().setExecutable(true)).isTrue();
        Path script = folder.resolve("collect.sh");
        Files.writeString(script, String.valueOf(job(3).files().get("collect.sh")));
        ProcessBuilder process = new ProcessBuilder("sh", script.toString())
                .directory(Files.createDirectories(folder.resolve("here")).toFile())
                .redirectErrorStream(true);
        process.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        process.environment().put("PODS", folder.resolve("pods").toString());
        process.environment().remove("CONTEXT");
        Process started = process.start();
        String said = new String(started.getInputStream().readAllBytes(), UTF_8);
        return started.waitFor() + " " + said;
    }

    private static PodSpec pod(int parts) {
        return only(Job.class, parts).getSpec().getTemplate().getSpec();
    }

    private static Container container(int parts) {
        return pod(parts).getContainers().get(0);
    }

    private static <T extends HasMetadata> T only(Class<T> type, int parts) {
        return job(parts).resources().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static LoadJob job(int parts) {
        return job(parts, "[]");
    }

    private static LoadJob job(int parts, String calls) {
        return new LoadJob(
                "gatehouse-load-4f2a",
                "load",
                "registry.example.com/gatehouse-load:1",
                parts,
                new TreeMap<>(Map.of("plan.json", "{}\n", "spec.yaml", SPEC, "calls.json", calls)),
                Duration.ofMinutes(30),
                Duration.ofHours(1));
    }
}
