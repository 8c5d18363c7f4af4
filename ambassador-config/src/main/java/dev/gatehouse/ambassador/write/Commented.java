package dev.gatehouse.ambassador.write;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/**
 * A resource with what to say beside its settings.
 *
 * @param resource any Kubernetes resource
 * @param comments the path of a setting, such as {@code [spec, timeout_ms]}, to one line about it
 */
public record Commented(HasMetadata resource, Map<List<String>, String> comments) {
    /** Copies {@code comments}. */
    public Commented {
        comments = Map.copyOf(comments);
    }

    /** A resource with nothing to say. */
    public static Commented of(HasMetadata resource) {
        return new Commented(resource, Map.of());
    }

    /** Kind, namespace and name, as messages name it: {@code Mapping fraud.serving}. */
    public String subject() {
        return resource.getKind() + " " + resource.getMetadata().getName() + "."
                + resource.getMetadata().getNamespace();
    }
}
