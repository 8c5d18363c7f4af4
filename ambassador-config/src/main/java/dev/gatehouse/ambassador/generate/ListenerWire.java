package dev.gatehouse.ambassador.generate;

import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.topology.ClientAddress;
import dev.gatehouse.model.topology.HealthCheck;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Trust;
import dev.gatehouse.model.topology.Trust.InFront;
import java.util.ArrayList;
import java.util.List;

/**
 * What a Listener must be for the wire in front of it. The one place that decides it.
 *
 * @param stack what is spoken, outermost first: PROXY before TLS, as {@code HTTPSPROXY} would not have it
 * @param security how it is decided whether a request came in securely
 * @param trustedHops how many layer 7 hops in front append to {@code X-Forwarded-For} and may be believed
 * @param insecure what happens to a request that did not come in securely
 * @param health how a balancer may ask whether the port lives
 */
record ListenerWire(List<String> stack, Security security, int trustedHops, Insecure insecure, HealthCheck health) {
    /** Emissary's security models. */
    enum Security {
        /** By {@code X-Forwarded-Proto}, which Envoy itself sets where no hop in front is trusted. */
        XFP,
        /** Everything did: only the hop in front reaches the port, and clients speak TLS to it. */
        SECURE,
        /** Nothing did. */
        INSECURE
    }

    /** What a Host does with a request that did not come in securely, in Emissary's own words. */
    enum Insecure {
        /** Refuse it with 404. */
        REJECT("Reject"),
        /** Send the client to the same address with https. */
        REDIRECT("Redirect"),
        /** Serve it: clients inside the VPC that have no certificate to look at. */
        ROUTE("Route");

        private final String word;

        Insecure(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Copies {@code stack}. */
    ListenerWire {
        stack = List.copyOf(stack);
    }

    static ListenerWire of(SeamPort port) {
        return of(
                port.trust(),
                port.terminatesTls(),
                port.carriesTls(),
                port.clientAddress(),
                port.targetGroup().port());
    }

    /**
     * Decides from the wire alone.
     *
     * @param trust who is in front, who can reach it, and whether clients show certificates, in front or here
     * @param terminatesTls whether the NLB ends TLS
     * @param carriesTls whether what arrives is TLS
     * @param clientAddress how the client's address arrives
     * @param port the pods' port
     */
    static ListenerWire of(
            Trust trust, boolean terminatesTls, boolean carriesTls, ClientAddress clientAddress, int port) {
        boolean proxied = clientAddress == ClientAddress.PROXY_PROTOCOL;
        List<String> stack = new ArrayList<>();
        if (proxied) {
            stack.add("PROXY");
        }
        if (carriesTls) {
            stack.add("TLS");
        }
        stack.add("HTTP");
        stack.add("TCP");
        Security security = security(trust.inFront(), terminatesTls, carriesTls);
        return new ListenerWire(
                stack,
                security,
                trust.trustedHops(),
                insecure(trust, carriesTls, security),
                proxied ? HealthCheck.connection(port) : HealthCheck.AMBASSADOR);
    }

    private static Security security(InFront inFront, boolean terminatesTls, boolean carriesTls) {
        if (carriesTls) {
            return Security.XFP; // an Emissary port with TLS takes cleartext too, and SECURE would serve it
        }
        return switch (inFront) {
            case REST_API, HTTP_API, CLOUDFRONT ->
                Security.SECURE; // XFP would redirect for ever: nobody in front says https
            case APPLICATION_LOAD_BALANCER -> Security.XFP;
            case NOBODY -> terminatesTls ? Security.SECURE : Security.INSECURE;
        };
    }

    private static Insecure insecure(Trust trust, boolean carriesTls, Security security) {
        if (trust.mutualTls() || carriesTls || security == Security.SECURE) {
            return Insecure.REJECT;
        }
        boolean insideOnly = trust.inFront() == InFront.NOBODY && trust.reach() == Entry.Reach.VPC;
        return insideOnly ? Insecure.ROUTE : Insecure.REDIRECT;
    }

    /** Whether what arrives is TLS that a balancer has begun: none of AWS's balancers names the host (SNI) in it. */
    static boolean isWithoutServerName(SeamPort port) {
        return port.carriesTls() && (port.terminatesTls() || port.trust().inFront() != InFront.NOBODY);
    }
}
