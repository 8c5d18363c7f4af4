package dev.gatehouse.lab.net;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.cert.X509Certificate;
import java.util.Collection;

/**
 * A certificate authority made at start and forgotten at the end: nothing outside the lab trusts it. Its certificates
 * are elliptic (P-256). Thread-safe.
 */
public final class Authority {
    private final X509Bundle root;

    private Authority(X509Bundle root) {
        this.root = root;
    }

    /**
     * Makes one.
     *
     * @param name its common name
     */
    public static Authority create(String name) {
        try {
            return new Authority(new CertificateBuilder()
                    .ecp256()
                    .subject("CN=" + name)
                    .setIsCertificateAuthority(true)
                    .setKeyUsage(
                            true, CertificateBuilder.KeyUsage.keyCertSign, CertificateBuilder.KeyUsage.digitalSignature)
                    .buildSelfSigned());
        } catch (Exception e) {
            throw new IllegalStateException("no certificate authority could be made: " + e.getMessage(), e);
        }
    }

    /** What its clients must trust. */
    public X509Certificate certificate() {
        return root.getCertificate();
    }

    /** The same as PEM, as Envoy reads it. */
    public String certificatePem() {
        return root.getCertificatePEM();
    }

    /**
     * A certificate for a server, valid for these names and for 127.0.0.1.
     *
     * @param names host names without wildcards, of which the first is the subject
     * @throws IllegalArgumentException if there is none
     */
    public Identity server(Collection<String> names) {
        String first = names.stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a server's certificate needs a name"));
        CertificateBuilder builder = new CertificateBuilder().ecp256().subject("CN=" + first);
        names.forEach(builder::addSanDnsName);
        return issue(builder.addSanIpAddress("127.0.0.1").addExtendedKeyUsageServerAuth());
    }

    /**
     * A certificate for a client.
     *
     * @param subject a distinguished name, such as {@code CN=partner-7,O=Partner}
     */
    public Identity client(String subject) {
        return issue(new CertificateBuilder().ecp256().subject(subject).addExtendedKeyUsageClientAuth());
    }

    private Identity issue(CertificateBuilder builder) {
        try {
            return new Identity(builder.buildIssuedBy(root));
        } catch (Exception e) {
            throw new IllegalStateException("no certificate could be issued: " + e.getMessage(), e);
        }
    }
}
