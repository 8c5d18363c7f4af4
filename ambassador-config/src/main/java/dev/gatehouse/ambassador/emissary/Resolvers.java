package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The resolvers by name, with those that are always there and their second names. */
final class Resolvers {
    /** How a resolver finds endpoints. */
    enum Way {
        /** By DNS, through the Service's own address. */
        SERVICE,
        /** Kubernetes endpoints. */
        ENDPOINTS,
        /** Consul. */
        CONSUL
    }

    /**
     * One resolver.
     *
     * @param way how it finds endpoints
     * @param datacenter Consul's; else empty
     */
    record Resolver(Way way, String datacenter) {}

    /** Finds a Service by its name in DNS. */
    static final Resolver BY_DNS = new Resolver(Way.SERVICE, "");

    private final Map<String, Resolver> resolvers = new LinkedHashMap<>();

    static Resolvers of(Store store, Problems problems) {
        Resolvers all = new Resolvers();
        for (Resource resource : store.resolvers().values()) {
            Resolver resolver = resolver(resource);
            if (resolver.way() == Way.CONSUL && !resource.spec().truthy("datacenter")) {
                problems.add(resource.origin(), "a ConsulResolver needs a datacenter");
            }
            all.resolvers.put(resource.name(), resolver);
        }
        all.resolvers.putIfAbsent("kubernetes-service", BY_DNS);
        all.alias("endpoint", "kubernetes-endpoint", new Resolver(Way.ENDPOINTS, ""));
        all.alias("consul", "consul-endpoint", new Resolver(Way.CONSUL, "dc1"));
        return all;
    }

    Optional<Resolver> get(String name) {
        return Optional.ofNullable(resolvers.get(name));
    }

    private static Resolver resolver(Resource resource) {
        return switch (resource.origin().kind()) {
            case "ConsulResolver" -> new Resolver(Way.CONSUL, resource.spec().text("datacenter"));
            case "KubernetesEndpointResolver" -> new Resolver(Way.ENDPOINTS, "");
            default -> BY_DNS;
        };
    }

    private void alias(String one, String other, Resolver standard) {
        Resolver known = resolvers.getOrDefault(one, resolvers.getOrDefault(other, standard));
        resolvers.putIfAbsent(one, known);
        resolvers.putIfAbsent(other, known);
    }

    /** Whether the resolver takes a Mapping; if not, it complains. */
    static boolean accepts(Resolver resolver, Attributes mapping, String service, Origin origin, Problems problems) {
        if (resolver.way() == Way.SERVICE && mapping.truthy("load_balancer")) {
            problems.add(origin, "load_balancer needs an endpoint resolver");
            return false;
        }
        if (resolver.way() == Way.CONSUL && service.contains(".")) {
            problems.add(origin, "Consul's service names have no dots");
            return false;
        }
        return true;
    }
}
