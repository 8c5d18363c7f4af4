package dev.gatehouse.model.spec;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A way in, with its own host, certificate and promises.
 *
 * @param name its key in the spec: lower case, digits and hyphens
 * @param host the one DNS name that it answers to
 * @param certificate the ARN of its certificate in ACM, if it exists already
 * @param zone where its name lives, if in Route 53
 * @param reach who can come in
 * @param port the port of an entry with mutual TLS on a shared balancer, if the spec gives one; else 8443
 */
public record Entry(
        String name, String host, Optional<String> certificate, Optional<Zone> zone, Reach reach, OptionalInt port) {
    /** Who can come in by an entry. */
    public enum Reach {
        /** Anybody on the internet. */
        INTERNET("public"),
        /** Only what is inside the VPC. */
        VPC("vpc");

        private final String word;

        Reach(String word) {
            this.word = word;
        }

        /** The word of the spec. */
        public String word() {
            return word;
        }
    }

    /** Whether anybody on the internet can come in. */
    public boolean isPublic() {
        return reach == Reach.INTERNET;
    }

    /** The same entry with its name in that zone. */
    public Entry withZone(Zone own) {
        return new Entry(name, host, certificate, Optional.of(own), reach, port);
    }
}
