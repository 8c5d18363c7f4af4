package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Encrypted;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.spec.PlatformSpec;

/** What the spec asks of an entry's wires. */
final class EntryWires {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int BESIDE_HTTPS = 8443;

    private EntryWires() {}

    /** Whether clients speak TLS: always on a public entry; inside the VPC where there is a certificate to show. */
    static boolean clientsSpeakTls(PlatformSpec spec, Entry entry) {
        return entry.isPublic()
                || entry.certificate().isPresent()
                || entry.zone().isPresent()
                || needsCertificates(spec, entry);
    }

    /** Whether clients must show a certificate. */
    static boolean needsCertificates(PlatformSpec spec, Entry entry) {
        return spec.requirement(MutualTls.class, entry).isPresent();
    }

    /** Whether every wire up to the model must be encrypted. */
    static boolean allEncrypted(PlatformSpec spec, Entry entry) {
        return spec.requirements(Encrypted.class).stream()
                .anyMatch(encrypted -> encrypted.wires() == Encrypted.Wires.ALL
                        && encrypted.scope().covers(entry));
    }

    /** Who verifies client certificates where no layer 7 hop is in front of Ambassador. */
    static boolean balancerVerifies(PlatformSpec spec) {
        return HopKind.NETWORK_LOAD_BALANCER.id().equals(spec.keepers().get("mutual-tls"));
    }

    /**
     * The port that clients of an entry call: 443 at an API and a distribution, which have no other.
     *
     * @param shared whether the balancer also serves entries without client certificates
     */
    static int clientPort(PlatformSpec spec, EntryPath path, boolean shared) {
        Entry entry = path.entry();
        if (path.has(HopKind.REST_API) || path.has(HopKind.HTTP_API) || path.has(HopKind.CLOUDFRONT)) {
            return HTTPS;
        }
        if (needsCertificates(spec, entry)) {
            return entry.port().orElse(shared ? BESIDE_HTTPS : HTTPS);
        }
        return clientsSpeakTls(spec, entry) ? HTTPS : HTTP;
    }
}
