package dev.gatehouse.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.ambassador.apiserver.ApiServer;
import dev.gatehouse.ambassador.apiserver.ApiServers;
import dev.gatehouse.ambassador.job.LoadJob;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReviewBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pods of a Job, as a real API server shows them to one of them. Nothing runs: the test says what a node would. */
@ExtendWith(ApiServers.class)
class PodsOfJobTest {
    private static final String JOB = "gatehouse-load-4f2a";
    private static final String OTHER_JOB = "gatehouse-load-77aa";
    private static final List<String> VERBS =
            List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection");
    private static final List<String> RESOURCES =
            List.of("pods", "pods/log", "pods/exec", "secrets", "configmaps", "services", "serviceaccounts", "nodes");
    private static int namespaces;

    private final String namespace = "load-" + namespaces++;
    private ApiServer server;
    private Config pod;

    /** The namespace takes no pod that wants more than the strictest of Kubernetes' own profiles gives. */
    @BeforeEach
    void apply(ApiServer started) {
        server = started;
        server.namespace(namespace, Map.of("pod-security.kubernetes.io/enforce", "restricted"));
        for (String name : List.of(JOB, OTHER_JOB)) {
            job(name)
                    .resources()
                    .forEach(resource -> server.client()
                            .resource(resource)
                            .fieldManager("gatehouse")
                            .serverSideApply());
        }
        pod = server.config(namespace, JOB);
    }

    @Test
    void all_parts_come_to_the_same_moment_as_soon_as_the_last_container_runs() throws IOException {
        Instant early = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant late = early.plusSeconds(7);
        for (int part = 0; part < 3; part++) {
            create(JOB, part);
        }
        create(OTHER_JOB, 0);
        runs(OTHER_JOB, 0, late.plusSeconds(60));

        assertThat(seen()).as("nothing runs").isEmpty();
        runs(JOB, 2, late);
        runs(JOB, 0, early);
        assertThat(seen()).as("two of three run").isEmpty();
        waits(JOB, 1);
        assertThat(seen()).as("the third gets its image").isEmpty();
        runs(JOB, 1, early);

        for (int part = 0; part < 3; part++) {
            assertThat(StartLine.await("pods/" + namespace + "/" + JOB, 3, this::asPod))
                    .as("part %d", part)
                    .isEqualTo(late.plus(StartOfPods.LEAD));
        }
    }

    @Test
    void the_strictest_profile_takes_the_pods_and_each_gets_its_token() {
        Pod created = create(JOB, 0);

        assertThat(created.getSpec().getServiceAccountName()).isEqualTo(JOB);
        assertThat(created.getSpec().getContainers().get(0).getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .contains("/inputs", LoadJob.RESULTS, "/tmp", "/var/run/secrets/kubernetes.io/serviceaccount");
    }

    @Test
    void the_role_gives_a_pod_the_list_of_pods_and_nothing_else() {
        List<String> allowed = new ArrayList<>();
        try (KubernetesClient client = asPod()) {
            for (String where : List.of(namespace, "default", "")) {
                for (String resource : RESOURCES) {
                    VERBS.stream()
                            .filter(verb -> may(client, verb, resource, where))
                            .forEach(verb -> allowed.add(verb + " " + resource + " in '" + where + "'"));
                }
            }
        }
        assertThat(allowed).containsExactly("list pods in '" + namespace + "'");

        server.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("nobody")
                        .withNamespace(namespace)
                        .endMetadata()
                        .build())
                .serverSideApply();
        List<ResourceRule> more = new ArrayList<>(rules(pod));
        more.removeAll(rules(server.config(namespace, "nobody")));
        assertThat(more).hasSize(1);
        assertThat(more.get(0).getVerbs()).containsExactly("list");
        assertThat(more.get(0).getApiGroups()).containsExactly("");
        assertThat(more.get(0).getResources()).containsExactly("pods");
    }

    @Test
    void a_pod_that_may_not_list_says_so() {
        server.client()
                .rbac()
                .roleBindings()
                .inNamespace(namespace)
                .withName(JOB)
                .delete();

        assertThatThrownBy(() -> StartLine.await("pods/" + namespace + "/" + JOB, 3, this::asPod))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the pods of " + JOB + " can't be listed")
                .hasMessageContaining("cannot list resource \"pods\"");
    }

    private KubernetesClient asPod() {
        return new KubernetesClientBuilder().withConfig(pod).build();
    }

    private Optional<Instant> seen() {
        try (KubernetesClient client = asPod()) {
            return StartOfPods.of(
                    client.pods()
                            .inNamespace(namespace)
                            .withLabel("batch.kubernetes.io/job-name", JOB)
                            .list()
                            .getItems(),
                    3);
        }
    }

    /** As the controller of Jobs makes it. */
    private Pod create(String name, int part) {
        Job job = server.client()
                .batch()
                .v1()
                .jobs()
                .inNamespace(namespace)
                .withName(name)
                .get();
        PodTemplateSpec template = job.getSpec().getTemplate();
        return server.client()
                .resource(new PodBuilder()
                        .withMetadata(template.getMetadata())
                        .editMetadata()
                        .withName(name + "-" + part)
                        .withNamespace(namespace)
                        .addToLabels("batch.kubernetes.io/job-name", name)
                        .addToLabels(StartOfPods.INDEX, String.valueOf(part))
                        .addToAnnotations(StartOfPods.INDEX, String.valueOf(part))
                        .endMetadata()
                        .withSpec(template.getSpec())
                        .build())
                .create();
    }

    private void runs(String name, int part, Instant since) {
        status(
                name,
                part,
                new PodStatusBuilder()
                        .withPhase("Running")
                        .addNewContainerStatus()
                        .withName(LoadJob.GENERATOR)
                        .withImage("registry.example.com/gatehouse-load:1")
                        .withImageID("sha256:0")
                        .withReady(true)
                        .withRestartCount(0)
                        .withNewState()
                        .withNewRunning()
                        .withStartedAt(since.toString())
                        .endRunning()
                        .endState()
                        .endContainerStatus());
    }

    private void waits(String name, int part) {
        status(
                name,
                part,
                new PodStatusBuilder()
                        .withPhase("Pending")
                        .addNewContainerStatus()
                        .withName(LoadJob.GENERATOR)
                        .withImage("registry.example.com/gatehouse-load:1")
                        .withImageID("")
                        .withReady(false)
                        .withRestartCount(0)
                        .withNewState()
                        .withNewWaiting()
                        .withReason("ContainerCreating")
                        .endWaiting()
                        .endState()
                        .endContainerStatus());
    }

    private void status(String name, int part, PodStatusBuilder status) {
        server.client()
                .pods()
                .inNamespace(namespace)
                .withName(name + "-" + part)
                .editStatus(found ->
                        new PodBuilder(found).withStatus(status.build()).build());
    }

    private static boolean may(KubernetesClient client, String verb, String resource, String namespace) {
        String[] names = resource.split("/", -1);
        return client.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withVerb(verb)
                        .withResource(names[0])
                        .withSubresource(names.length > 1 ? names[1] : "")
                        .withNamespace(namespace)
                        .endResourceAttributes()
                        .endSpec()
                        .build())
                .getStatus()
                .getAllowed();
    }

    private List<ResourceRule> rules(Config account) {
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(account).build()) {
            return client.authorization()
                    .v1()
                    .selfSubjectRulesReview()
                    .create(new SelfSubjectRulesReviewBuilder()
                            .withNewSpec()
                            .withNamespace(namespace)
                            .endSpec()
                            .build())
                    .getStatus()
                    .getResourceRules();
        }
    }

    private LoadJob job(String name) {
        return new LoadJob(
                name,
                namespace,
                "registry.example.com/gatehouse-load:1",
                3,
                new TreeMap<>(Map.of("plan.json", "{}\n", "spec.yaml", "name: a\n", "calls.json", "[]")),
                Duration.ofMinutes(30),
                Duration.ofHours(1));
    }
}
