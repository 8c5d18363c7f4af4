package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.LegalPaths;
import dev.gatehouse.testing.Specs;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** What was generated for one platform on one design, and what Emissary would make of it. */
final class Generated {
    private static final Facts FACTS = Facts.bundled();
    private static final List<Named<Generated>> ALL = Stream.concat(
                    Designs.all().stream().flatMap(design -> of(design, platforms())),
                    LegalPaths.withoutZone().stream()
                            .filter(design -> Designs.of(design.id()).isEmpty())
                            .flatMap(design -> of(design, LegalPaths.specs())))
            .toList();

    private final Topology topology;
    private final KubernetesFiles files;
    private final List<RouteTable> routes = new ArrayList<>();

    private Generated(Topology topology, KubernetesFiles files) {
        this.topology = topology;
        this.files = files;
    }

    private static Stream<Named<Generated>> of(Design design, Map<String, PlatformSpec> specs) {
        return specs.entrySet().stream()
                .map(spec -> Named.of(design.id() + ", " + spec.getKey(), of(design, spec.getValue())));
    }

    static Generated of(Design design, PlatformSpec spec) {
        Topology topology = design.realize(spec, FACTS);
        return new Generated(topology, AmbassadorConfig.of(topology));
    }

    static Generated of(String design, PlatformSpec spec) {
        return of(Designs.of(design).orElseThrow(), spec);
    }

    private static Map<String, PlatformSpec> platforms() {
        Map<String, PlatformSpec> platforms = new LinkedHashMap<>(Specs.byName());
        platforms.putAll(HardPlatforms.all());
        return platforms;
    }

    /** Every design with every platform, and every other path with those that differ in structure. */
    static Stream<Named<Generated>> all() {
        return ALL.stream();
    }

    /** As {@link #all()}, for the designs with Ambassador. */
    static Stream<Named<Generated>> withAmbassador() {
        return all().filter(named -> named.getPayload().topology().design().has(HopKind.AMBASSADOR));
    }

    Topology topology() {
        return topology;
    }

    KubernetesFiles files() {
        return files;
    }

    PlatformSpec spec() {
        return topology.spec();
    }

    Manifests manifests() {
        return Manifests.read(files.files().entrySet().stream()
                .filter(file -> Character.isDigit(file.getKey().charAt(0)))
                .map(file -> Source.of(file.getKey(), file.getValue()))
                .toList());
    }

    /** Compiled when it is first asked for. */
    synchronized RouteTable routes() {
        if (routes.isEmpty()) {
            routes.add(EmissaryRoutes.of(manifests()));
        }
        return routes.get(0);
    }

    /** The resources of one kind. */
    List<HasMetadata> of(String kind) {
        return files.resources().stream()
                .filter(resource -> resource.getKind().equals(kind))
                .toList();
    }

    /** The settings of a resource whose type is not Kubernetes's own. */
    static Map<String, Object> settings(HasMetadata resource) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (resource instanceof GenericKubernetesResource custom
                && custom.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec) {
            spec.forEach((key, value) -> settings.put(String.valueOf(key), value));
        }
        return settings;
    }

    /** The object below a key. */
    static Map<?, ?> below(Map<?, ?> object, String key) {
        if (object.get(key) instanceof Map<?, ?> nested) {
            return nested;
        }
        throw new AssertionError("no object " + key + " in " + object);
    }

    /** The text of a generated file. */
    String file(String name) {
        return Optional.ofNullable(files.files().get(name)).orElseThrow();
    }
}
