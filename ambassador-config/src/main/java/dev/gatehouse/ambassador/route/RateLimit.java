package dev.gatehouse.ambassador.route;

import java.util.List;
import java.util.Map;

/**
 * One group of descriptors that a request is counted under.
 *
 * @param name the name of the group, which the service never sees
 * @param actions what is read from the request, each as it was written, such as {@code {generic_key: {value: x}}}
 */
public record RateLimit(String name, List<Map<String, Object>> actions) {
    /** Copies {@code actions}. */
    public RateLimit {
        actions = List.copyOf(actions);
    }
}
