package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.model.finding.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the Module {@code ambassador}: the first one by name of namespace; others are ignored without a word.
 */
final class Module {
    private static final List<String> LOG_TYPES = List.of("text", "json", "typed_json");
    private static final BigDecimal DEFAULT_TIMEOUT_MILLIS = BigDecimal.valueOf(3_000);

    private final Attributes config;
    private final Origin origin;

    private Module(Attributes config, Origin origin) {
        this.config = config;
        this.origin = origin;
    }

    static Module of(Store store, Deployment deployment) {
        return store.of(Kind.MODULE).stream()
                .filter(resource -> resource.name().equals("ambassador"))
                .findFirst()
                .map(resource -> new Module(resource.spec().map("config"), resource.origin()))
                .orElseGet(() -> new Module(
                        new Attributes(),
                        new Origin("", "ambassador", deployment.namespace(), Place.ofFile("<default>"))));
    }

    /** Complains of what is wrong in it. Most of it holds nevertheless. */
    void check(Problems problems) {
        retryPolicyProblem().ifPresent(what -> problems.add(Problems.RETRY_POLICY, origin, what));
        if (config.has("load_balancer") && !LoadBalancing.valid(config.map("load_balancer"))) {
            problems.add(Problems.MODULE, origin, "load_balancer is invalid");
        }
        if (config.has("circuit_breakers") && !CircuitBreakers.valid(config.get("circuit_breakers"))) {
            problems.add(Problems.MODULE, origin, "circuit_breakers is invalid");
        }
        if (!LOG_TYPES.contains(config.text("envoy_log_type", "text"))) {
            problems.add(Problems.MODULE, origin, "envoy_log_type is none of " + LOG_TYPES);
        }
        if (config.has("ip_allow") && config.has("ip_deny")) {
            problems.add(Problems.MODULE, origin, "ip_allow and ip_deny exclude each other");
        }
    }

    private Optional<String> retryPolicyProblem() {
        return config.has("retry_policy") && !RetryPolicy.valid(config.map("retry_policy"))
                ? Optional.of("retry_policy of the Module has no condition that Emissary knows")
                : Optional.empty();
    }

    Origin origin() {
        return origin;
    }

    Map<String, Object> settings() {
        return config.values();
    }

    /** Whether services without a namespace are looked for in Emissary's own. */
    boolean usesOwnNamespace() {
        return config.truthy("use_ambassador_namespace_for_service_resolution");
    }

    String resolver() {
        return config.text("resolver", "kubernetes-service");
    }

    BigDecimal timeoutMillis() {
        return config.number("cluster_request_timeout_ms").orElse(DEFAULT_TIMEOUT_MILLIS);
    }

    /** A setting of any kind. */
    Optional<Object> get(String name) {
        return config.get(name);
    }

    Attributes map(String name) {
        return config.map(name);
    }

    /** The retry policy for groups without one of their own; empty where there is none that is valid. */
    Attributes retryPolicy() {
        return retryPolicyProblem().isPresent() ? new Attributes() : config.map("retry_policy");
    }

    /** A default for Mappings. Only some fields are looked up at all. */
    Optional<Object> mappingDefault(String name) {
        Attributes defaults = config.map("defaults");
        return defaults.map("httpmapping").get(name).or(() -> defaults.get(name));
    }

    /** The label domain of which default labels are taken where a group has none. */
    String labelDomain() {
        return config.truthy("default_label_domain") ? config.text("default_label_domain") : "ambassador";
    }

    List<?> defaultLabels(String domain) {
        return config.map("default_labels").map(domain).list("defaults");
    }

    /** Whether the synthetic Mapping of a probe is made. */
    boolean probes(String probe) {
        return !config.has(probe) || config.map(probe).truthy("enabled");
    }
}
