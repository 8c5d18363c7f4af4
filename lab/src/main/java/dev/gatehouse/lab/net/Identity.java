package dev.gatehouse.lab.net;

import io.netty.pkitesting.X509Bundle;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A certificate with its key, issued by an {@link Authority}. */
public final class Identity {
    private final X509Bundle bundle;

    Identity(X509Bundle bundle) {
        this.bundle = bundle;
    }

    /** The certificate. */
    public X509Certificate certificate() {
        return bundle.getCertificate();
    }

    /** The certificate and what issued it, without the root. */
    public List<X509Certificate> chain() {
        return List.copyOf(bundle.getCertificatePathList());
    }

    /** The key of the certificate. */
    public PrivateKey key() {
        return bundle.getKeyPair().getPrivate();
    }

    /** The chain as PEM, as Envoy reads it. */
    public String chainPem() {
        return bundle.getCertificatePathPEM();
    }

    /** The key as PEM. */
    public String keyPem() {
        return bundle.getPrivateKeyPEM();
    }
}
