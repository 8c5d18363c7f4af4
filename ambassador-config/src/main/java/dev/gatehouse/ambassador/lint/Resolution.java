package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import java.util.Set;
import java.util.TreeSet;

/** How a Mapping's resolver finds where requests go. */
enum Resolution {
    /** By the Service's own address. */
    SERVICE,
    /** By the endpoints of a Service. */
    ENDPOINTS,
    /** By Consul. */
    CONSUL,
    /** There is no such resolver. */
    UNKNOWN;

    private static final Set<String> BY_ENDPOINTS = Set.of("kubernetes-endpoint", "endpoint");
    private static final Set<String> BY_CONSUL = Set.of("consul", "consul-endpoint");
    private static final String STANDARD = "kubernetes-service";

    static Resolution of(Scene scene, Written mapping) {
        String name = name(scene, mapping);
        if (named(scene, Kind.KUBERNETES_ENDPOINT_RESOLVER, name)) {
            return ENDPOINTS;
        }
        if (named(scene, Kind.CONSUL_RESOLVER, name)) {
            return CONSUL;
        }
        if (named(scene, Kind.KUBERNETES_SERVICE_RESOLVER, name) || name.equals(STANDARD)) {
            return SERVICE;
        }
        if (BY_ENDPOINTS.contains(name)) {
            return ENDPOINTS;
        }
        return BY_CONSUL.contains(name) ? CONSUL : UNKNOWN;
    }

    /** The name of the resolver that a Mapping has, by itself, by the Module, or by default. */
    static String name(Scene scene, Written mapping) {
        String own = mapping.text("resolver");
        if (!own.isEmpty()) {
            return own;
        }
        return scene.module()
                .map(module -> module.text("config", "resolver"))
                .filter(name -> !name.isEmpty())
                .orElse(STANDARD);
    }

    /** All names that can be used. */
    static Set<String> names(Scene scene) {
        Set<String> names = new TreeSet<>(BY_ENDPOINTS);
        names.addAll(BY_CONSUL);
        names.add(STANDARD);
        scene.all().stream()
                .filter(written -> written.kind().word().endsWith("Resolver"))
                .forEach(written -> names.add(written.name()));
        return names;
    }

    private static boolean named(Scene scene, Kind kind, String name) {
        return scene.of(kind).stream().anyMatch(resolver -> resolver.name().equals(name));
    }
}
