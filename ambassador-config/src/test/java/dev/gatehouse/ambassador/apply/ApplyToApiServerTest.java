package dev.gatehouse.ambassador.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.ambassador.apiserver.ApiServer;
import dev.gatehouse.ambassador.apiserver.ApiServers;
import dev.gatehouse.ambassador.job.LoadJob;
import dev.gatehouse.model.finding.InvalidInputException;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Config;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Against a real API server: what it takes, and what is told where it does not. */
@ExtendWith(ApiServers.class)
class ApplyToApiServerTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void a_load_job_is_taken_and_a_second_time_changes_nothing(ApiServer server) {
        server.namespace("twice", Map.of());
        LoadJob job = job("twice", "[]");

        Apply.to(server.config(), job.resources(), told::add);
        List<HasMetadata> first = found(server, job.resources());
        Apply.to(server.config(), job.resources(), told::add);

        assertThat(found(server, job.resources())).isEqualTo(first);
        assertThat(told)
                .hasSize(10)
                .startsWith(
                        "ServiceAccount twice/gatehouse-load-4f2a",
                        "Role twice/gatehouse-load-4f2a",
                        "RoleBinding twice/gatehouse-load-4f2a",
                        "ConfigMap twice/gatehouse-load-4f2a",
                        "Job twice/gatehouse-load-4f2a");
        assertThat(first)
                .allSatisfy(resource -> assertThat(resource.getMetadata().getManagedFields())
                        .extracting(ManagedFieldsEntry::getManager, ManagedFieldsEntry::getOperation)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("gatehouse", "Apply")));
    }

    @Test
    void what_the_cluster_keeps_of_a_load_job_is_what_was_written(ApiServer server) {
        server.namespace("kept", Map.of());
        LoadJob job = job("kept", "[]");

        Apply.to(server.config(), job.resources(), told::add);

        Job kept = server.client()
                .batch()
                .v1()
                .jobs()
                .inNamespace("kept")
                .withName(job.name())
                .get();
        Job written = (Job) job.resources().get(4);
        assertThat(kept.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs())
                .isEqualTo(written.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getArgs());
        assertThat(kept.getSpec().getCompletionMode()).isEqualTo("Indexed");
        assertThat(server.client()
                        .configMaps()
                        .inNamespace("kept")
                        .withName(job.name())
                        .get()
                        .getData())
                .isEqualTo(job.inputs());
    }

    @Test
    void a_field_that_somebody_else_set_is_a_finding_with_their_name_and_stays(ApiServer server) {
        server.namespace("conflict", Map.of());
        ConfigMap theirs = settings("conflict", Map.of("a", "theirs", "b", "theirs", "c", "same"));
        server.client().resource(theirs).fieldManager("night-shift").serverSideApply();

        String finding = refusal(
                server.config(), settings("conflict", Map.of("a", "ours", "b", "ours", "c", "same", "d", "new")));

        assertThat(finding)
                .contains("GH-589", "the cluster did not take ConfigMap conflict/settings")
                .contains("2 conflicts", "\"night-shift\"", ".data.a", ".data.b")
                .doesNotContain(".data.c", "PATCH at", "Exception");
        assertThat(server.client().resource(theirs).get().getData()).isEqualTo(theirs.getData());
    }

    @Test
    void an_unknown_field_and_a_wrong_type_are_findings_and_nothing_is_kept(ApiServer server) {
        server.namespace("strict", Map.of());
        ConfigMap unknown = settings("strict", Map.of());
        unknown.setAdditionalProperty("dta", Map.of("a", "b"));
        Job wrong = (Job) job("strict", "[]").resources().get(4);
        wrong.getSpec().setAdditionalProperty("paralelism", 3);
        ConfigMap number = settings("strict", Map.of());
        number.setAdditionalProperty("data", Map.of("a", 1));

        assertThat(refusal(server.config(), unknown)).contains("GH-589", "ConfigMap strict/settings", ".dta");
        assertThat(refusal(server.config(), wrong))
                .contains("GH-589", "Job strict/gatehouse-load-4f2a", ".spec.paralelism");
        assertThat(refusal(server.config(), number)).contains("GH-589", "ConfigMap strict/settings", ".data.a");
        assertThat(server.client().configMaps().inNamespace("strict").list().getItems())
                .isEmpty();
        assertThat(server.client()
                        .batch()
                        .v1()
                        .jobs()
                        .inNamespace("strict")
                        .list()
                        .getItems())
                .isEmpty();
    }

    @Test
    void a_namespace_that_is_not_there_is_a_finding(ApiServer server) {
        assertThat(refusal(server.config(), settings("nowhere", Map.of())))
                .contains("GH-589", "ConfigMap nowhere/settings", "namespaces \"nowhere\" not found");
    }

    @Test
    void other_inputs_for_a_job_that_is_there_are_a_finding(ApiServer server) {
        server.namespace("immutable", Map.of());
        Apply.to(server.config(), job("immutable", "[]").resources(), told::add);

        assertThat(refusal(server.config(), job("immutable", "[1]").resources().get(3)))
                .contains("GH-589", "ConfigMap immutable/gatehouse-load-4f2a", "immutable");
    }

    @Test
    void who_may_not_apply_is_told_what_they_may_not(ApiServer server) {
        server.namespace("rights", Map.of());
        Apply.to(server.config(), job("rights", "[]").resources(), told::add);
        Config pod = server.config("rights", "gatehouse-load-4f2a");

        assertThat(refusal(pod, settings("rights", Map.of())))
                .contains("GH-589", "cannot patch resource \"configmaps\"", "in the namespace \"rights\"");
    }

    private String refusal(Config cluster, HasMetadata resource) {
        InvalidInputException refused = catchThrowableOfType(
                InvalidInputException.class, () -> Apply.to(cluster, List.of(resource), told::add));
        assertThat(refused).isNotNull();
        assertThat(refused.findings()).hasSize(1);
        assertThat(refused.findings().get(0).what().lines()).hasSize(1);
        return String.valueOf(refused.getMessage());
    }

    private static List<HasMetadata> found(ApiServer server, List<HasMetadata> resources) {
        return resources.stream()
                .map(resource -> server.client().resource(resource).get())
                .toList();
    }

    private static ConfigMap settings(String namespace, Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("settings")
                .withNamespace(namespace)
                .endMetadata()
                .withData(data)
                .build();
    }

    private static LoadJob job(String namespace, String calls) {
        return new LoadJob(
                "gatehouse-load-4f2a",
                namespace,
                "registry.example.com/gatehouse-load:1",
                3,
                new TreeMap<>(Map.of("plan.json", "{}\n", "spec.yaml", "name: é\n\t", "calls.json", calls)),
                Duration.ofMinutes(30),
                Duration.ofHours(1));
    }
}
