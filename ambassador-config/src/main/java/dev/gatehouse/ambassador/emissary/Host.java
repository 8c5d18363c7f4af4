package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Origin;
import java.util.Map;
import java.util.Optional;

/**
 * A host that Emissary answers for.
 *
 * @param resource the resource
 * @param hostname the host's pattern; {@code *} where none is written
 * @param insecureAction what becomes of insecure requests
 * @param selector the label selector for Mappings; empty for none
 * @param context the TLS context, if TLS is ended for it
 */
record Host(
        Resource resource,
        String hostname,
        InsecureAction insecureAction,
        Attributes selector,
        Optional<TlsContexts.Context> context) {
    /** What becomes of insecure requests. */
    enum InsecureAction {
        ROUTE,
        REDIRECT,
        REJECT;

        static InsecureAction of(String word) {
            for (InsecureAction action : values()) {
                if (action.name().equalsIgnoreCase(word)) {
                    return action;
                }
            }
            return REDIRECT;
        }
    }

    String name() {
        return resource.name();
    }

    Origin origin() {
        return resource.origin();
    }

    /** The server name that leads to it: the hostname without a port. */
    String serverName() {
        int colon = hostname.lastIndexOf(':');
        return colon < 0 ? hostname : hostname.substring(0, colon);
    }

    boolean endsTls() {
        return context.isPresent() && context.get().usable();
    }

    boolean selects() {
        return !selector.values().isEmpty();
    }

    /**
     * Whether it takes a group of Mappings.
     *
     * @param anyHost whether the group's host is an expression, which no Host looks into
     * @param host the group's host; empty for none
     * @param labels the group's labels
     */
    boolean takes(boolean anyHost, String host, Map<String, String> labels) {
        boolean hasHost = anyHost || !host.isEmpty();
        boolean hostFits = anyHost || (hasHost && HostGlob.overlap(hostname, host));
        if (!selects()) {
            return hostFits;
        }
        return Selector.matches(selector, labels) && (!hasHost || hostFits);
    }
}
