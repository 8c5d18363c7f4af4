package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Candidate;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.RouteMatch;
import dev.gatehouse.ambassador.route.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A TCPMapping that is valid in itself.
 *
 * @param origin the resource
 * @param values what it says, its service completed
 */
record TcpMapping(Origin origin, Attributes values) implements Weights.Weighed {
    private static final Set<String> KEPT = Set.of(
            "address",
            "circuit_breakers",
            "enable_ipv4",
            "enable_ipv6",
            "host",
            "idle_timeout_ms",
            "port",
            "service",
            "tls",
            "weight",
            "resolver",
            "cluster_tag");

    /** What TCPMappings have no paths for. */
    static final RouteMatch ANYTHING = new RouteMatch(new PathMatch.Prefix(""), true, List.of(), List.of(), 0);

    /** The valid ones in the order of input; the others go to {@code dropped}. */
    static List<TcpMapping> all(Store store, HttpMappings.Setting setting, List<Candidate> dropped) {
        List<TcpMapping> all = new ArrayList<>();
        for (Resource resource : store.of(Kind.TCP_MAPPING)) {
            TcpMapping mapping = new TcpMapping(resource.origin(), values(resource, setting));
            Optional<String> error = mapping.error(setting);
            if (error.isEmpty()) {
                all.add(mapping);
            } else {
                dropped.add(Candidate.alone(resource.origin(), Standing.DROPPED, error.get(), ANYTHING));
            }
        }
        return all;
    }

    private static Attributes values(Resource resource, HttpMappings.Setting setting) {
        Attributes values = new Attributes();
        resource.spec().values().forEach((name, value) -> {
            if (KEPT.contains(name)) {
                values.put(name, value);
            }
        });
        if (!values.truthy("resolver")) {
            values.put("resolver", setting.module().resolver());
        }
        if (!values.has("circuit_breakers")) {
            setting.module().get("circuit_breakers").ifPresent(value -> values.put("circuit_breakers", value));
        }
        if (values.has("service")) {
            boolean kubernetes = setting.resolvers()
                    .get(values.text("resolver"))
                    .map(resolver -> resolver.way() != Resolvers.Way.CONSUL)
                    .orElse(true);
            values.put(
                    "service",
                    new ServiceName(setting.deployment(), setting.module(), setting.problems())
                            .qualified(values.text("service"), resource.origin(), kubernetes));
        }
        return values;
    }

    private Optional<String> error(HttpMappings.Setting setting) {
        Problems problems = setting.problems();
        String wrong = "";
        if (!values.has("service")) {
            wrong = "service is missing";
        } else if (port() == 0) {
            wrong = "port is none of 1 to 65535";
        } else if (setting.resolvers().get(values.text("resolver")).isEmpty()) {
            wrong = "there is no resolver " + values.text("resolver");
        } else if (!CircuitBreakers.valid(values.get("circuit_breakers"))) {
            wrong = "circuit_breakers is invalid";
        }
        if (!wrong.isEmpty()) {
            problems.add(origin, wrong);
            return Optional.of(wrong);
        }
        Resolvers.Resolver resolver =
                setting.resolvers().get(values.text("resolver")).orElseThrow();
        return Resolvers.accepts(resolver, values, values.text("service"), origin, problems)
                ? Optional.empty()
                : Optional.of("its resolver refuses it");
    }

    int port() {
        return Hosts.port(values, "port");
    }

    String address() {
        return values.truthy("address") ? values.text("address") : ListenerSetup.EVERY_ADDRESS;
    }

    /** The server name that leads to it; empty for any. */
    String host() {
        return values.text("host");
    }

    String groupId() {
        return (values.truthy("address") ? values.text("address") : "*") + port() + (host().isEmpty() ? "*" : host());
    }
}
