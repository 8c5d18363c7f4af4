package dev.gatehouse.ambassador.manifest;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.Severity;
import java.util.List;
import java.util.Optional;

/** What is to be said of a resource's {@code apiVersion}. */
final class VersionCheck {
    private static final String CURRENT = "v3alpha1";
    private static final List<String> LEGACY = List.of("v1", "v2");

    private VersionCheck() {}

    /** Whether the table of fields is about its version. */
    static boolean current(Manifest manifest) {
        return manifest.version().equals(CURRENT);
    }

    static Optional<Finding> check(Manifest manifest, Place place) {
        String version = manifest.version();
        if (current(manifest)) {
            return Optional.empty();
        }
        String written = "getambassador.io/" + version;
        if (LEGACY.contains(version)) {
            return Optional.of(new Finding(
                    ManifestRules.LEGACY_VERSION,
                    Severity.WARNING,
                    place,
                    manifest.subject(),
                    written + " is not served by an Emissary 4 as it is installed by default",
                    "the API server refuses it unless the chart's enableLegacyVersions"
                            + (version.equals("v1") ? " and enableV1 are" : " is")
                            + " set",
                    "write getambassador.io/" + CURRENT));
        }
        return Optional.of(new Finding(
                ManifestRules.UNKNOWN_VERSION,
                Severity.ERROR,
                place,
                manifest.subject(),
                "getambassador.io has no version '" + version + "'" + Nearest.hint(version, List.of(CURRENT)),
                "the API server refuses it",
                "write getambassador.io/" + CURRENT));
    }
}
