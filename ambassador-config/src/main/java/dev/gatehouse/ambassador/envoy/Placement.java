package dev.gatehouse.ambassador.envoy;

import java.util.HashMap;
import java.util.Map;

/**
 * What an Envoy needs to know that is no part of a route table: where it listens, where upstreams are, and where
 * certificates lie.
 *
 * @param address the address that all listeners are bound to; empty for what the listeners say
 * @param ports the ports that take the place of others; 0 lets the system choose
 * @param adminPort the port of Envoy's own interface, on loopback; -1 for the Module's {@code admin_port} or 8001
 * @param upstreams the addresses that take the place of upstreams'
 * @param certificates where certificates are
 */
public record Placement(
        String address, Map<Integer, Integer> ports, int adminPort, Upstreams upstreams, Certificates certificates) {
    /** Copies {@code ports}. */
    public Placement {
        ports = Map.copyOf(ports);
    }

    /** Everything as the manifests say; certificates in files below {@code certificates/}. */
    public static Placement standard() {
        return new Placement("", Map.of(), -1, Upstreams.none(), Certificates.in("certificates"));
    }

    /** The same bound to another address. */
    public Placement at(String otherAddress) {
        return new Placement(otherAddress, ports, adminPort, upstreams, certificates);
    }

    /** The same with another port in the place of one. */
    public Placement port(int written, int bound) {
        Map<Integer, Integer> more = new HashMap<>(ports);
        more.put(written, bound);
        return new Placement(address, more, adminPort, upstreams, certificates);
    }

    /** The same with another port of Envoy's own interface; 0 lets the system choose. */
    public Placement admin(int port) {
        return new Placement(address, ports, port, upstreams, certificates);
    }

    /** The same with other upstreams. */
    public Placement with(Upstreams others) {
        return new Placement(address, ports, adminPort, others, certificates);
    }

    /** The same with other certificates. */
    public Placement with(Certificates others) {
        return new Placement(address, ports, adminPort, upstreams, others);
    }
}
