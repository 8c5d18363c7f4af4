package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.manifest.Manifest;
import dev.gatehouse.ambassador.manifest.Manifests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources for this Emissary, by kind, in the order in which the compiler works on them. */
final class Store {
    private static final Set<String> VERSIONS = Set.of("v1", "v2", "v3alpha1");
    private static final Set<Kind> RESOLVERS =
            Set.of(Kind.CONSUL_RESOLVER, Kind.KUBERNETES_ENDPOINT_RESOLVER, Kind.KUBERNETES_SERVICE_RESOLVER);

    private final Map<Kind, Map<String, Resource>> kinds = new EnumMap<>(Kind.class);
    private final Map<String, Resource> resolvers = new LinkedHashMap<>();
    private final List<Resource> foreign = new ArrayList<>();

    static Store of(Manifests manifests, Deployment deployment) {
        Store store = new Store();
        List<Manifest> known = manifests.resources().stream()
                .filter(manifest -> VERSIONS.contains(manifest.version()))
                .toList();
        List<Read> all = new ArrayList<>(Shares.each(known, Read::of));
        all.sort(Comparator.comparing(Read::key, CodePoints.ORDER));
        for (Read one : all) {
            if (isFor(one.resource().spec(), deployment)) {
                store.put(
                        RESOLVERS.contains(one.kind())
                                ? store.resolvers
                                : store.kinds.computeIfAbsent(one.kind(), kind -> new LinkedHashMap<>()),
                        one.resource());
            } else {
                store.foreign.add(one.resource());
            }
        }
        return store;
    }

    /** A resource with what it is sorted by. */
    private record Read(Kind kind, Resource resource, String key) {
        static Read of(Manifest manifest) {
            Resource resource = Resource.of(manifest);
            return new Read(manifest.kind(), resource, resource.sortKey());
        }
    }

    /** The resources of a kind. */
    Collection<Resource> of(Kind kind) {
        return kinds.getOrDefault(kind, Map.of()).values();
    }

    /** The resolvers of all three kinds by name. */
    Map<String, Resource> resolvers() {
        return resolvers;
    }

    /** Those that are for another {@code ambassador_id}. */
    List<Resource> foreign() {
        return foreign;
    }

    /** A name that is taken in another namespace gets its own namespace behind it. */
    private void put(Map<String, Resource> stored, Resource resource) {
        Resource other = stored.get(resource.name());
        String name = other == null || other.namespace().equals(resource.namespace())
                ? resource.name()
                : resource.origin().key();
        stored.put(name, resource.named(name));
    }

    private static boolean isFor(Attributes spec, Deployment deployment) {
        Object ids =
                spec.get("ambassadorId").or(() -> spec.get("ambassador_id")).orElse("default");
        if (ids instanceof List<?> list) {
            return list.contains(deployment.ambassadorId()) || list.equals(List.of("_automatic_"));
        }
        return ids.equals(deployment.ambassadorId());
    }
}
