package dev.gatehouse.ambassador.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of the API group {@code getambassador.io}. */
public enum Kind {
    AUTH_SERVICE("AuthService"),
    CONSUL_RESOLVER("ConsulResolver"),
    DEV_PORTAL("DevPortal"),
    HOST("Host"),
    KUBERNETES_ENDPOINT_RESOLVER("KubernetesEndpointResolver"),
    KUBERNETES_SERVICE_RESOLVER("KubernetesServiceResolver"),
    LISTENER("Listener"),
    LOG_SERVICE("LogService"),
    MAPPING("Mapping"),
    MODULE("Module"),
    RATE_LIMIT_SERVICE("RateLimitService"),
    TCP_MAPPING("TCPMapping"),
    TLS_CONTEXT("TLSContext"),
    TRACING_SERVICE("TracingService");

    private static final Map<String, Kind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::word, Function.identity()));

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The word that manifests use, such as {@code TLSContext}. */
    public String word() {
        return word;
    }

    /** The kind that manifests call {@code word}. */
    public static Optional<Kind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    /** Every kind's word. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Kind::word).toList();
    }
}
