package dev.gatehouse.ambassador.apiserver;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Whether an API server says that all of it has started. */
final class Readiness {
    private Readiness() {}

    static boolean of(Config config) {
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            return "ok".equals(client.raw("/readyz"));
        } catch (KubernetesClientException e) {
            return false;
        }
    }
}
