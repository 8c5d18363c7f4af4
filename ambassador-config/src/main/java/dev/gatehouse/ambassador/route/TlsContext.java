package dev.gatehouse.ambassador.route;

import java.util.List;
import java.util.Map;

/**
 * Certificates and the settings of TLS, for ending it or for originating it.
 *
 * @param name its name
 * @param origin the resource that it is due to
 * @param hosts the server names that it ends TLS for; empty where it only originates
 * @param secret the Secret of the certificate as {@code name.namespace}; empty where it is in files or there is none
 * @param settings everything else by the word of the manifests, such as {@code alpn_protocols} or
 *     {@code min_tls_version}
 */
public record TlsContext(String name, Origin origin, List<String> hosts, String secret, Map<String, Object> settings) {
    /** Copies the collections. */
    public TlsContext {
        hosts = List.copyOf(hosts);
        settings = Map.copyOf(settings);
    }
}
