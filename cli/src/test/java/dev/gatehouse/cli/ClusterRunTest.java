package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.measurements.files.ResultFile;
import dev.gatehouse.measurements.plan.Plan;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterRunTest {
    private static final String SPEC =
            Ran.root().resolve("examples/platforms/iris.yaml").toString();
    private static final String BLUE = "blue=https://blue.example.com";
    private static final String GREEN = "green=https://green.example.com";
    private static final String IMAGE = "registry.example.com/gatehouse-load:1";

    @TempDir
    private Path folder;

    @Test
    void a_job_is_written_with_the_plan_of_the_call() throws IOException {
        Ran ran = load("--target", BLUE, "--target", GREEN, "--image", IMAGE, "--parts", "3", "--seed", "7");

        assertThat(ran.err()).contains("3 pods").doesNotContain("GH-");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).isEqualTo("10-access.yaml\n20-inputs.yaml\n30-job.yaml\ncollect.sh\n");
        Map<String, String> inputs = inputs();
        Plan plan = ResultFile.read(
                        "plan.json",
                        String.valueOf(inputs.get("plan.json")).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .plan();
        assertThat(plan.seed()).isEqualTo(7);
        assertThat(plan.part().of()).isEqualTo(1);
        assertThat(inputs).containsEntry("spec.yaml", Files.readString(Path.of(SPEC)));
        assertThat(inputs.get("calls.json")).contains("\"contestant\":\"https://blue.example.com\"");
        assertThat(load("--target", BLUE, "--target", GREEN, "--image", IMAGE, "--parts", "3", "--seed", "7")
                        .status())
                .as("written again into its own folder")
                .isZero();
    }

    @Test
    void what_is_missing_or_does_not_fit_is_told_and_nothing_is_written() throws IOException {
        refused("no image", "GH-600", "none is published", "--on-cluster", "--target", BLUE, "--target", GREEN);
        refused("no target", "GH-600", "pods measure live endpoints", "--on-cluster", "--image", IMAGE);
        refused("no part", "GH-600", "not 0", job("--parts", "0"));
        refused("a namespace", "GH-600", "'No_Name' is no name", job("--namespace", "No_Name"));
        refused("a context alone", "GH-600", "--apply alone", job("--context", "x"));
        refused("a merge", "GH-600", "either writes a Job or merges", job("--merge", "x"));
        refused("no --on-cluster", "GH-600", "are about --on-cluster", "--apply", "--target", BLUE);
        refused("no --on-cluster", "GH-600", "are about --on-cluster", "--namespace", "x", "--target", BLUE);
        refused(
                "a password",
                "GH-600",
                "a ConfigMap would show",
                job("--target", "red=https://user:secret@red.example.com"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        Files.writeString(Files.createDirectories(folder.resolve("job")).resolve("letter.txt"), "dear");
        refused("a folder of others", "GH-600", "holds something else", job());
        assertThat(folder.resolve("job/30-job.yaml")).doesNotExist();
    }

    @Test
    void a_cluster_that_is_not_there_is_a_failure_outside() {
        Ran ran = Ran.in(folder, call(job("--apply", "--context", "no-such-context")));

        assertThat(ran.err()).contains("GH-589", "no context 'no-such-context'");
        assertThat(ran.status()).isEqualTo(3);
    }

    @Test
    void a_merge_of_what_is_no_part_is_told_with_its_folder_and_leaves_nothing() throws IOException {
        Files.createDirectories(folder.resolve("part-0"));

        Ran ran = Ran.in(folder, "load", "--merge", "part-0", "--out", "merged");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("GH-557", "part-0").doesNotContain("at dev.gatehouse");
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    private void refused(String about, String rule, String what, String... options) {
        Ran ran = Ran.in(folder, call(options));

        assertThat(ran.err()).as(about).contains(rule, what).doesNotContain("at dev.gatehouse");
        assertThat(ran.status()).as(about).isEqualTo(2);
        assertThat(ran.out()).as(about).isEmpty();
    }

    private Ran load(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--on-cluster");
        return Ran.in(folder, call(all.toArray(String[]::new)));
    }

    private static String[] job(String... more) {
        List<String> all =
                new ArrayList<>(List.of("--on-cluster", "--image", IMAGE, "--target", BLUE, "--target", GREEN));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** The spec stands before a list of folders can swallow it. */
    private static String[] call(String... options) {
        List<String> all = new ArrayList<>(List.of("load", SPEC, "--out", "job"));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    private Map<String, String> inputs() throws IOException {
        String yaml = Files.readString(folder.resolve("job/20-inputs.yaml"));
        ConfigMap read = new KubernetesSerialization().unmarshal(yaml, ConfigMap.class);
        return read.getData();
    }
}
