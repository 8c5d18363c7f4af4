package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.manifest.Kind;
import java.util.Collection;
import java.util.Optional;

/** The services that filters ask. */
final class OutsideServices {
    private OutsideServices() {}

    /**
     * The label domain that is counted: the one RateLimitService's. Two of them, or none of protocol v3, and none is.
     */
    static Optional<String> rateLimitDomain(Store store, Module module) {
        Collection<Resource> services = store.of(Kind.RATE_LIMIT_SERVICE);
        if (services.size() != 1) {
            return Optional.empty();
        }
        Attributes spec = services.iterator().next().spec();
        if (!spec.text("protocol_version").equals("v3") || !spec.truthy("service")) {
            return Optional.empty();
        }
        return Optional.of(spec.truthy("domain") ? spec.text("domain") : module.labelDomain());
    }
}
