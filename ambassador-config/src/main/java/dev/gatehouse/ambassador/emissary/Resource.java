package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.manifest.Manifest;
import dev.gatehouse.ambassador.route.Origin;
import java.util.Map;

/**
 * A resource as the compiler stores it.
 *
 * @param name its name; with {@code .namespace} behind it where another one of the kind has the name already
 * @param origin the resource
 * @param labels its labels
 * @param spec its values
 */
record Resource(String name, Origin origin, Map<String, String> labels, Attributes spec) {
    static Resource of(Manifest manifest) {
        return new Resource(
                manifest.name(),
                new Origin(manifest.kind().word(), manifest.name(), manifest.namespace(), manifest.place()),
                manifest.labels(),
                Attributes.of(Plain.map(manifest.spec())));
    }

    Resource named(String other) {
        return new Resource(other, origin, labels, spec);
    }

    String namespace() {
        return origin.namespace();
    }

    /** What input is sorted by. The number of the object inside its resource stands at the end, and takes part. */
    String sortKey() {
        return origin.key() + ".1";
    }
}
