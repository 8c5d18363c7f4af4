package dev.gatehouse.ambassador.route;

import java.util.List;
import java.util.Map;

/**
 * What holds for all listeners.
 *
 * @param module the settings of the Module {@code ambassador} by the word of the manifests: texts, numbers, booleans,
 *     lists and maps
 * @param services the services that filters ask: authorization, rate limiting, tracing, logs; those that the ingress
 *     ignores are left out
 */
public record Globals(Map<String, Object> module, List<OutsideService> services) {
    /** Copies the collections. */
    public Globals {
        module = Map.copyOf(module);
        services = List.copyOf(services);
    }

    /**
     * A service that a filter asks.
     *
     * @param kind its kind, such as {@code AuthService}
     * @param origin the resource
     * @param settings what it says by the word of the manifests
     * @param upstream the name of its {@link Upstream}
     * @param broken whether the ingress answers every request with 500 because of what it says
     */
    public record OutsideService(
            String kind, Origin origin, Map<String, Object> settings, String upstream, boolean broken) {
        /** Copies {@code settings}. */
        public OutsideService {
            settings = Map.copyOf(settings);
        }
    }
}
