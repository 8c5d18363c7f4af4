package dev.gatehouse.testing;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The legal paths of the design space to test with. */
public final class LegalPaths {
    private static final List<Design> ALL = DesignSpace.of(Facts.bundled()).designs();

    /**
     * Platforms that make the generated files differ in what they consist of. The others of {@link Specs#byName} vary
     * one number, one text or one rule of something that these have too.
     */
    private static final List<String> DIFFERING = List.of(
            "risk-models",
            "grpc-inference",
            "llm-gateway",
            "iris",
            "mutual-tls",
            "mutual-tls-beside-another-entry",
            "encrypted-all",
            "jwt",
            "jwt-with-private-keys",
            "private-admin",
            "created-network",
            "entry-in-the-vpc",
            "only-an-entry-in-the-vpc",
            "web-firewall-blocking",
            "rate-limit-by-address",
            "exact-path",
            "grpc");

    private LegalPaths() {}

    /** All of them. */
    public static List<Design> all() {
        return ALL;
    }

    /**
     * All without a hosted zone in front: it is asked for a name and nothing is generated for it, so that half of the
     * space is the other half but for names.
     */
    public static List<Design> withoutZone() {
        return ALL.stream().filter(design -> !design.has(HopKind.HOSTED_ZONE)).toList();
    }

    /** The path without its hosted zone, if it has one. */
    public static Optional<Design> behindZone(Design design) {
        if (!design.has(HopKind.HOSTED_ZONE)) {
            return Optional.empty();
        }
        List<HopKind> rest = design.path().subList(1, design.path().size());
        return ALL.stream().filter(other -> other.path().equals(rest)).findFirst();
    }

    /** Platforms that make the generated files differ, by name. */
    public static Map<String, PlatformSpec> specs() {
        Map<String, PlatformSpec> all = Specs.byName();
        Map<String, PlatformSpec> differing = new LinkedHashMap<>();
        for (String name : DIFFERING) {
            differing.put(
                    name,
                    Optional.ofNullable(all.get(name))
                            .orElseThrow(() -> new AssertionError("no spec is called " + name)));
        }
        return differing;
    }
}
