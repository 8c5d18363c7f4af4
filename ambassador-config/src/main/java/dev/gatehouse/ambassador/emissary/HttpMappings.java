package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Candidate;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.ambassador.route.Standing;
import dev.gatehouse.model.finding.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sets up the Mappings, each by itself, many of them side by side. */
final class HttpMappings {
    private static final Set<String> KEPT = Set.of(
            "auto_host_rewrite",
            "bypass_auth",
            "auth_context_extensions",
            "case_sensitive",
            "circuit_breakers",
            "cluster_idle_timeout_ms",
            "cluster_max_connection_lifetime_ms",
            "connect_timeout_ms",
            "cors",
            "dns_type",
            "enable_ipv4",
            "enable_ipv6",
            "grpc",
            "health_checks",
            "host_redirect",
            "host_regex",
            "host_rewrite",
            "idle_timeout_ms",
            "keepalive",
            "labels",
            "load_balancer",
            "path_redirect",
            "prefix_redirect",
            "regex_redirect",
            "redirect_response_code",
            "prefix",
            "prefix_exact",
            "prefix_regex",
            "priority",
            "remove_request_headers",
            "remove_response_headers",
            "resolver",
            "respect_dns_ttl",
            "retry_policy",
            "shadow",
            "stats_name",
            "timeout_ms",
            "tls",
            "allow_upgrade",
            "weight",
            "precedence",
            "cluster_tag");
    private static final List<String> DEFAULTED =
            List.of("remove_request_headers", "remove_response_headers", "stats_name");
    private static final BigDecimal PROBE_TIMEOUT_MILLIS = BigDecimal.valueOf(10_000);
    private static final int DIAGNOSTICS_PORT = 8_877;

    private final Setting setting;
    private final List<Host> selecting;
    private final List<Candidate> dropped = new ArrayList<>();

    /** What Mappings are set up in. */
    record Setting(Deployment deployment, Module module, Resolvers resolvers, List<Host> hosts, Problems problems) {
        /** The same, complaining elsewhere. */
        Setting complainingTo(Problems others) {
            return new Setting(deployment, module, resolvers, hosts, others);
        }
    }

    HttpMappings(Setting setting) {
        this.setting = setting;
        this.selecting = setting.hosts().stream().filter(Host::selects).toList();
    }

    /** Those that are wrong in themselves. */
    List<Candidate> dropped() {
        return dropped;
    }

    /** The valid Mappings in the order of input; then Emissary's own for its probes. */
    List<HttpMapping> setUp(Store store) {
        List<HttpMapping> mappings = new ArrayList<>();
        Shares.of(List.copyOf(store.of(Kind.MAPPING))).parallelStream()
                .map(share -> new HttpMappings(setting.complainingTo(new Problems())).share(share))
                .toList()
                .forEach(done -> {
                    mappings.addAll(done.mappings());
                    dropped.addAll(done.dropped());
                    setting.problems().addAll(done.problems());
                });
        probe("liveness_probe", "internal_liveness_probe_mapping", "/ambassador/v0/check_alive")
                .ifPresent(mappings::add);
        probe("readiness_probe", "internal_readiness_probe_mapping", "/ambassador/v0/check_ready")
                .ifPresent(mappings::add);
        probe("diagnostics", "internal_diagnostics_probe_mapping", "/ambassador/v0/")
                .ifPresent(mappings::add);
        return mappings;
    }

    /** What became of a share of the Mappings. */
    private record Done(List<HttpMapping> mappings, List<Candidate> dropped, List<Problem> problems) {}

    private Done share(List<Resource> resources) {
        List<HttpMapping> mappings = new ArrayList<>(resources.size());
        for (Resource resource : resources) {
            setUp(resource).ifPresent(mappings::add);
        }
        return new Done(mappings, dropped, setting.problems().all());
    }

    private Optional<HttpMapping> probe(String probe, String name, String path) {
        if (!setting.module().probes(probe)) {
            return Optional.empty();
        }
        Attributes given = setting.module().map(probe);
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("prefix", given.truthy("prefix") ? given.text("prefix") : path);
        spec.put("rewrite", given.truthy("rewrite") ? given.text("rewrite") : path);
        spec.put("service", given.truthy("service") ? given.text("service") : "127.0.0.1:" + DIAGNOSTICS_PORT);
        spec.put("timeout_ms", PROBE_TIMEOUT_MILLIS);
        spec.put("hostname", "*");
        Origin origin = new Origin("", name, setting.deployment().namespace(), Place.ofFile("<default>"));
        return setUp(new Resource(name, origin, Map.of(), Attributes.of(spec)));
    }

    private Optional<HttpMapping> setUp(Resource resource) {
        Attributes spec = resource.spec();
        MatchLists match = MatchLists.of(spec);
        Attributes values = values(resource);
        Optional<String> error = error(resource, match, values);
        if (error.isPresent()) {
            dropped.add(Candidate.alone(resource.origin(), Standing.DROPPED, error.get(), Matches.own(spec, match)));
            return Optional.empty();
        }
        dropOtherRedirects(resource.origin(), values);
        String prefix = spec.text("prefix");
        SortKey key = new SortKey(
                spec.number("precedence").orElse(BigDecimal.ZERO),
                CodePoints.length(prefix),
                match.headers().stream().mapToInt(MatchItem::length).sum(),
                match.query().stream().mapToInt(MatchItem::length).sum(),
                prefix,
                Stream.concat(match.headers().stream(), match.query().stream())
                        .map(MatchItem::key)
                        .toList());
        return Optional.of(new HttpMapping(
                resource.name(),
                resource.origin(),
                resource.labels(),
                values,
                match.headers(),
                match.query(),
                match.host(),
                GroupId.of(spec, match, resource.labels(), selecting),
                key));
    }

    /** Why a Mapping is invalid in itself; complains of it too. */
    private Optional<String> error(Resource resource, MatchLists match, Attributes values) {
        Origin origin = resource.origin();
        Problems problems = setting.problems();
        if (!resource.spec().has("prefix") || !resource.spec().has("service")) {
            return complained(origin, (resource.spec().has("prefix") ? "service" : "prefix") + " is missing");
        }
        if (!match.error().isEmpty()) {
            return complained(origin, match.error());
        }
        String resolverName = values.text("resolver");
        Optional<Resolvers.Resolver> resolver = setting.resolvers().get(resolverName);
        if (resolver.isEmpty()) {
            return complained(origin, "there is no resolver " + resolverName);
        }
        if (!Resolvers.accepts(resolver.get(), values, values.text("service"), origin, problems)) {
            return Optional.of("resolver " + resolverName + " refuses it");
        }
        if (!CircuitBreakers.valid(values.get("circuit_breakers"))) {
            return complained(origin, "circuit_breakers is invalid");
        }
        if (values.has("retry_policy") && !RetryPolicy.valid(values.map("retry_policy"))) {
            String what = "retry_policy.retry_on is no condition that Emissary knows";
            problems.add(Problems.RETRY_POLICY, origin, what);
            return Optional.of(what);
        }
        if (resource.spec().has("error_response_overrides")) {
            return complained(origin, "error_response_overrides is not supported");
        }
        if (values.has("load_balancer") && !LoadBalancing.valid(values.map("load_balancer"))) {
            return complained(origin, "load_balancer is invalid");
        }
        if (resource.spec().has("outlier_detection")) {
            return complained(origin, "outlier_detection is not supported");
        }
        return Optional.empty();
    }

    private Optional<String> complained(Origin origin, String what) {
        setting.problems().add(origin, what);
        return Optional.of(what);
    }

    private Attributes values(Resource resource) {
        Attributes spec = resource.spec();
        Attributes values = new Attributes();
        spec.values().forEach((name, value) -> {
            if (KEPT.contains(name)) {
                values.put(name, value);
            }
        });
        Module module = setting.module();
        for (String name : DEFAULTED) {
            if (!spec.has(name)) {
                module.mappingDefault(name).ifPresent(value -> values.put(name, value));
            }
        }
        if (spec.has("use_websocket")) {
            Set<Object> upgrades = new LinkedHashSet<>(spec.list("allow_upgrade"));
            upgrades.add("websocket");
            values.put("allow_upgrade", List.copyOf(upgrades));
        }
        if (!values.truthy("resolver")) {
            values.put("resolver", module.resolver());
        }
        if (!values.has("circuit_breakers")) {
            module.get("circuit_breakers").ifPresent(value -> values.put("circuit_breakers", value));
        }
        boolean kubernetes = setting.resolvers()
                .get(values.text("resolver"))
                .map(resolver -> resolver.way() != Resolvers.Way.CONSUL)
                .orElse(true);
        String service = spec.has("service")
                ? new ServiceName(setting.deployment(), module, setting.problems())
                        .qualified(spec.text("service"), resource.origin(), kubernetes)
                : "";
        values.put("service", service);
        rewrite(spec, values);
        headers(spec, values, service);
        return values;
    }

    private static void rewrite(Attributes spec, Attributes values) {
        if (!spec.has("regex_rewrite")) {
            values.put("rewrite", spec.has("rewrite") ? spec.text("rewrite") : "/");
            values.put("regex_rewrite", Map.of());
            return;
        }
        values.put("rewrite", "");
        Attributes given = spec.map("regex_rewrite");
        values.put(
                "regex_rewrite", Map.of("pattern", given.text("pattern"), "substitution", given.text("substitution")));
    }

    private void headers(Attributes spec, Attributes values, String service) {
        for (String name : List.of("add_request_headers", "add_response_headers")) {
            Object given = spec.get(name)
                    .or(() -> setting.module().mappingDefault(name))
                    .orElse(Map.of());
            values.put(name, Attributes.mapOf(given).values());
        }
        boolean linkerd = spec.has("add_linkerd_headers")
                ? spec.truthy("add_linkerd_headers")
                : setting.module()
                        .get("add_linkerd_headers")
                        .map(Attributes::truthy)
                        .orElse(false);
        if (linkerd) {
            Attributes added = values.map("add_request_headers");
            added.put("l5d-dst-override", Clusters.hostAndPort(service));
            values.put("add_request_headers", added.values());
        }
    }

    private void dropOtherRedirects(Origin origin, Attributes values) {
        List<String> ways = List.of("path_redirect", "prefix_redirect", "regex_redirect");
        for (int i = 0; i < ways.size(); i++) {
            for (String other : ways.subList(i + 1, ways.size())) {
                if (values.has(ways.get(i)) && values.has(other)) {
                    setting.problems()
                            .add(
                                    origin,
                                    ways.get(i) + " and " + other + " exclude each other: " + other + " is ignored");
                    values.remove(other);
                }
            }
        }
    }
}
