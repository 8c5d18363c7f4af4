package dev.gatehouse.ambassador.generate;

import dev.gatehouse.model.spec.Service;
import dev.gatehouse.model.topology.Topology;

/** Where a service is expected that Ambassador asks about requests and that is yours to run. */
final class SideService {
    private static final int CLEARTEXT = 8080;
    private static final int TLS = 8443;

    private SideService() {}

    /**
     * As a Mapping names a service: {@code https://limiter.emissary:8443}. It carries tokens and names of consumers.
     */
    static String address(Topology topology, String name, boolean encrypted) {
        return new Service(name, topology.spec().cluster().ambassador(), encrypted ? TLS : CLEARTEXT, encrypted)
                .toString();
    }
}
