package dev.gatehouse.ambassador.apply;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Server-side apply under the name {@code gatehouse}: what stands in the cluster becomes what is given, field by field.
 * Fields that somebody else set stay as they are, and one that is given with another value is refused.
 */
public final class Apply {
    /** Who the cluster says owns the fields. */
    public static final String MANAGER = "gatehouse";

    private static final RuleId NOT_TAKEN = new RuleId("GH-589");
    private static final int CONFLICT = 409;

    private Apply() {}

    /**
     * Applies to the cluster of the user's kubeconfig.
     *
     * @param context of the kubeconfig; empty: the current one
     * @param told each resource that the cluster has taken, a line each
     * @throws InvalidInputException with GH-589 if there is no such cluster, or it refuses one; what came before is
     *     there
     */
    public static void to(String context, List<HasMetadata> resources, Consumer<String> told) {
        Config known = context.isEmpty() ? Config.autoConfigure(null) : Config.autoConfigure(context);
        if (!context.isEmpty()
                && (known.getCurrentContext() == null
                        || !context.equals(known.getCurrentContext().getName()))) {
            throw refused(
                    context,
                    "the kubeconfig has no context '" + context + "'",
                    "kubectl config get-contexts lists them");
        }
        to(known, resources, told);
    }

    static void to(Config cluster, List<HasMetadata> resources, Consumer<String> told) {
        // The API server answers 500 where it refuses a type, and a client that tries again hides that for a minute.
        Config once = new ConfigBuilder(cluster).withRequestRetryBackoffLimit(0).build();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(once).build()) {
            for (HasMetadata resource : resources) {
                apply(client, resource);
                told.accept(subject(resource));
            }
        }
    }

    private static void apply(KubernetesClient client, HasMetadata resource) {
        try {
            client.resource(resource)
                    .fieldValidation(FieldValidateable.Validation.STRICT)
                    .fieldManager(MANAGER)
                    .serverSideApply();
        } catch (KubernetesClientException e) {
            throw refused(
                    subject(resource),
                    "the cluster did not take " + subject(resource) + ": " + said(client, e),
                    e.getCode() == CONFLICT
                            ? "what somebody else set stays theirs: have them give it up, or delete the resource, and"
                                    + " apply again"
                            : "see to what it says, and apply again: what it has taken stays as it is");
        }
    }

    /** The cluster's own words; without an answer, why there is none. */
    private static String said(KubernetesClient client, KubernetesClientException e) {
        if (e.getStatus() != null && e.getStatus().getMessage() != null) {
            return onOneLine(e.getStatus().getMessage());
        }
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return "nothing answers at " + client.getMasterUrl() + ": " + onOneLine(deepest.getMessage());
    }

    private static String onOneLine(@Nullable String message) {
        return String.valueOf(message).lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private static String subject(HasMetadata resource) {
        return resource.getKind() + " " + resource.getMetadata().getNamespace() + "/"
                + resource.getMetadata().getName();
    }

    private static InvalidInputException refused(String subject, String what, String fix) {
        return new InvalidInputException(
                List.of(new Finding(NOT_TAKEN, Severity.ERROR, Place.ofFile("kubernetes"), subject, what, "", fix)));
    }
}
