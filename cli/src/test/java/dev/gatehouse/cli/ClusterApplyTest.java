package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.apiserver.ApiServer;
import dev.gatehouse.ambassador.apiserver.ApiServers;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code gatehouse load --on-cluster --apply}, by a kubeconfig, to a real API server. */
@ExtendWith(ApiServers.class)
class ClusterApplyTest {
    private static final String SPEC =
            Ran.root().resolve("examples/platforms/iris.yaml").toString();

    @TempDir
    private Path folder;

    private ApiServer server;

    @BeforeEach
    void know(ApiServer started) throws IOException {
        server = started;
        System.setProperty(
                Config.KUBERNETES_KUBECONFIG_FILE, server.kubeconfig().toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(Config.KUBERNETES_KUBECONFIG_FILE);
    }

    @Test
    void the_cluster_has_the_job_and_a_second_call_changes_nothing() throws IOException {
        server.namespace("load", Map.of());

        Ran first = apply("load");
        List<Job> made = jobs("load");
        Ran second = apply("load", "--context", "test");

        assertThat(first.err())
                .contains("applied ServiceAccount load/", "applied Role load/", "applied RoleBinding load/")
                .contains("applied ConfigMap load/", "applied Job load/gatehouse-load-")
                .doesNotContain("GH-");
        assertThat(first.status()).isZero();
        assertThat(second.err()).contains("applied Job load/").doesNotContain("GH-");
        assertThat(second.status()).isZero();
        assertThat(made).hasSize(1);
        assertThat(jobs("load")).isEqualTo(made);
        ConfigMap inputs = server.client()
                .configMaps()
                .inNamespace("load")
                .withName(made.get(0).getMetadata().getName())
                .get();
        assertThat(inputs.getData()).containsEntry("spec.yaml", Files.readString(Path.of(SPEC)));
    }

    @Test
    void a_namespace_that_is_not_there_is_a_failure_outside() {
        Ran ran = apply("nowhere");

        assertThat(ran.err())
                .contains("GH-589", "nowhere/gatehouse-load-", "namespaces \"nowhere\" not found")
                .doesNotContain("\tat ");
        assertThat(ran.status()).isEqualTo(3);
    }

    private Ran apply(String namespace, String... more) {
        List<String> call = new ArrayList<>(List.of("load", SPEC, "--out", "job", "--on-cluster"));
        call.addAll(List.of("--apply", "--image", "registry.example.com/gatehouse-load:1", "--seed", "7"));
        call.addAll(
                List.of("--target", "blue=https://blue.example.com", "--target", "green=https://green.example.com"));
        call.addAll(List.of("--namespace", namespace));
        call.addAll(List.of(more));
        return Ran.in(folder, call.toArray(String[]::new));
    }

    private List<Job> jobs(String namespace) {
        return server.client().batch().v1().jobs().inNamespace(namespace).list().getItems();
    }
}
