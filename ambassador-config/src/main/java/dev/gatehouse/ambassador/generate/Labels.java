package dev.gatehouse.ambassador.generate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Labels by which resources find each other. A Listener takes the Hosts of its port, a Host the Mappings of its entry:
 * so no entry is served by another's port.
 */
final class Labels {
    static final String PLATFORM = "app.kubernetes.io/part-of";
    static final String PORT = "gatehouse.dev/port";
    static final String ENTRY = "gatehouse.dev/entry";
    static final String MODEL = "gatehouse.dev/model";
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    private Labels() {}

    static Map<String, String> of(String platform) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(MANAGED_BY, "gatehouse");
        labels.put(PLATFORM, platform);
        return labels;
    }

    static Map<String, String> ofPort(String platform, String port) {
        return with(of(platform), PORT, port);
    }

    static Map<String, String> ofEntry(String platform, String port, String entry) {
        return with(ofPort(platform, port), ENTRY, entry);
    }

    static Map<String, String> ofModel(String platform, String port, String entry, String model) {
        return with(ofEntry(platform, port, entry), MODEL, model);
    }

    /** Selects what carries the port's label. */
    static Map<String, String> selectingPort(String platform, String port) {
        return selecting(platform, PORT, port);
    }

    /** Selects what carries the entry's label. */
    static Map<String, String> selectingEntry(String platform, String entry) {
        return selecting(platform, ENTRY, entry);
    }

    private static Map<String, String> selecting(String platform, String key, String value) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(PLATFORM, platform);
        labels.put(key, value);
        return labels;
    }

    private static Map<String, String> with(Map<String, String> labels, String key, String value) {
        labels.put(key, value);
        return labels;
    }
}
