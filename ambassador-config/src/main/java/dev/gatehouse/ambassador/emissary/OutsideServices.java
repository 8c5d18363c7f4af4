package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Globals.OutsideService;
import dev.gatehouse.ambassador.route.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The services that filters ask. */
final class OutsideServices {
    private static final String RATE_LIMITS = "ir.ratelimit";
    private static final String TRACING = "ir.tracing";
    private static final String V3 = "v3";
    private static final Set<String> TRACERS = Set.of("zipkin", "datadog", "opentelemetry");

    private final Store store;
    private final Module module;
    private final Problems problems;
    private final Clusters clusters;
    private final List<OutsideService> services = new ArrayList<>();

    private OutsideServices(Store store, Module module, Problems problems, Clusters clusters) {
        this.store = store;
        this.module = module;
        this.problems = problems;
        this.clusters = clusters;
    }

    /** Those that Emissary takes, their upstreams' names not shortened yet. */
    static List<OutsideService> of(Store store, Module module, Problems problems, Clusters clusters) {
        OutsideServices all = new OutsideServices(store, module, problems, clusters);
        all.authorization();
        all.rateLimits();
        all.tracing();
        all.logs();
        return all.services;
    }

    /** The label domain that is counted; empty where no rate limit service is taken. */
    static Optional<String> rateLimitDomain(List<OutsideService> services, Module module) {
        return services.stream()
                .filter(service -> service.kind().equals(Kind.RATE_LIMIT_SERVICE.word()))
                .map(service -> Attributes.of(service.settings()).text("domain", module.labelDomain()))
                .findFirst();
    }

    /** The first one; further ones only add endpoints to it. */
    private void authorization() {
        Optional<Resource> first = store.of(Kind.AUTH_SERVICE).stream()
                .filter(resource -> resource.spec().truthy("auth_service"))
                .findFirst();
        if (first.isEmpty()) {
            return;
        }
        Attributes spec = first.get().spec();
        Origin origin = first.get().origin();
        String proto = spec.text("proto", "http");
        List<String> wrong = new ArrayList<>();
        if (!proto.equals("grpc") && !proto.equals("http")) {
            wrong.add("proto is neither http nor grpc");
        }
        if (proto.equals("grpc") && !spec.text("protocol_version").equals(V3)) {
            wrong.add("proto grpc needs protocol_version v3");
        }
        if (spec.truthy("include_body") && spec.truthy("allow_request_body")) {
            wrong.add("include_body and allow_request_body exclude each other");
        }
        wrong.forEach(what -> problems.add(origin, what));
        add(first.get(), "auth_service", "extauth", proto.equals("grpc"), !wrong.isEmpty());
    }

    private void rateLimits() {
        List<Resource> all = List.copyOf(store.of(Kind.RATE_LIMIT_SERVICE));
        if (all.size() > 1) {
            all.forEach(one -> problems.add(
                    RATE_LIMITS, one.origin(), "there are " + all.size() + " RateLimitServices, so none is used"));
        } else if (!all.isEmpty()) {
            Attributes spec = all.get(0).spec();
            if (!spec.truthy("service")) {
                problems.add(RATE_LIMITS, all.get(0).origin(), "service is missing");
            } else if (spec.text("protocol_version", "v2").equals("v2")) {
                problems.add(RATE_LIMITS, all.get(0).origin(), "protocol_version must be v3: nothing is limited");
            } else {
                add(all.get(0), "service", "", true, false);
            }
        }
    }

    private void tracing() {
        List<Resource> all = List.copyOf(store.of(Kind.TRACING_SERVICE));
        if (all.size() > 1) {
            all.forEach(one -> problems.add(
                    TRACING, one.origin(), "there are " + all.size() + " TracingServices, so none is used"));
        } else if (!all.isEmpty()) {
            Attributes spec = all.get(0).spec();
            if (!spec.truthy("service") || !TRACERS.contains(spec.text("driver"))) {
                problems.add(
                        TRACING,
                        all.get(0).origin(),
                        "it needs a service and a driver of "
                                + TRACERS.stream().sorted().toList());
            } else {
                add(all.get(0), "service", "tracing", spec.text("driver").equals("opentelemetry"), false);
            }
        }
    }

    private void logs() {
        for (Resource resource : store.of(Kind.LOG_SERVICE)) {
            Attributes spec = resource.spec();
            boolean driver =
                    spec.text("driver").equals("tcp") || spec.text("driver").equals("http");
            if (!spec.truthy("service")
                    || !driver
                    || !spec.text("protocol_version").equals(V3)) {
                problems.add(resource.origin(), "it needs a service, driver tcp or http, and protocol_version v3");
            } else {
                add(resource, "service", "logging", true, false);
            }
        }
    }

    /** Their services are not completed with a namespace, and their resolver is the standard one. */
    private void add(Resource resource, String field, String marker, boolean http2, boolean broken) {
        Attributes spec = resource.spec();
        Attributes values = new Attributes();
        values.put("service", spec.text(field));
        values.put("grpc", http2);
        values.put("resolver", module.resolver());
        spec.get("tls").ifPresent(tls -> values.put("tls", tls));
        spec.get("stats_name").ifPresent(name -> values.put("stats_name", name));
        spec.get("circuit_breakers")
                .filter(breakers -> CircuitBreakers.valid(Optional.of(breakers)))
                .ifPresent(breakers -> values.put("circuit_breakers", breakers));
        services.add(new OutsideService(
                resource.origin().kind(),
                resource.origin(),
                spec.values(),
                clusters.of(resource.origin(), values, marker),
                broken));
    }
}
