package dev.gatehouse.ambassador.envoy;

import java.util.Map;

/**
 * Where Envoy finds what stands in the Secrets that the manifests name.
 *
 * @param folder the folder of those that are no part of {@code inline}: one folder for each Secret, called
 *     {@code name.namespace}, with the files {@code tls.crt}, {@code tls.key} and {@code ca.crt} as kubectl names them
 * @param inline the text of some, in PEM, by {@code name.namespace}; it becomes part of the configuration
 */
public record Certificates(String folder, Map<String, Pem> inline) {
    /**
     * One Secret.
     *
     * @param certificate the certificates, the server's own first
     * @param key the private key
     * @param authorities the authorities that sign clients' certificates; empty for none
     */
    public record Pem(String certificate, String key, String authorities) {}

    /** Copies {@code inline}. */
    public Certificates {
        inline = Map.copyOf(inline);
    }

    /** All of them in files below one folder. */
    public static Certificates in(String folder) {
        return new Certificates(folder, Map.of());
    }

    /** The same with the text of one Secret. */
    public Certificates with(String secret, Pem pem) {
        Map<String, Pem> more = new java.util.HashMap<>(inline);
        more.put(secret, pem);
        return new Certificates(folder, more);
    }

    Block certificate(String secret) {
        Pem pem = inline.get(secret);
        return pem == null ? file(secret, "tls.crt") : new Block().put("inline_string", pem.certificate());
    }

    Block key(String secret) {
        Pem pem = inline.get(secret);
        return pem == null ? file(secret, "tls.key") : new Block().put("inline_string", pem.key());
    }

    Block authorities(String secret) {
        Pem pem = inline.get(secret);
        return pem == null ? file(secret, "ca.crt") : new Block().put("inline_string", pem.authorities());
    }

    private Block file(String secret, String name) {
        return new Block().put("filename", folder + (folder.endsWith("/") ? "" : "/") + secret + "/" + name);
    }
}
