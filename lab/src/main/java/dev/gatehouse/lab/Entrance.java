package dev.gatehouse.lab;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where clients of an entry call.
 *
 * @param entry the entry's name
 * @param host what they write into the Host header, and into the server name of TLS
 * @param scheme {@code https} or {@code http}
 * @param addresses where each model of the entry is called; mostly one address for all of them
 * @param keys the API keys of the entry's plans, by the plan's name
 */
public record Entrance(
        String entry, String host, String scheme, Map<String, InetSocketAddress> addresses, Map<String, String> keys) {
    /** Copies the maps, in their order. */
    public Entrance {
        addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /**
     * Where a model is called.
     *
     * @throws IllegalArgumentException if the entry does not serve it
     */
    public InetSocketAddress address(String model) {
        InetSocketAddress address = addresses.get(model);
        if (address == null) {
            throw new IllegalArgumentException(
                    "entry '" + entry + "' does not serve model '" + model + "', only " + addresses.keySet());
        }
        return address;
    }

    /** Where the first model is called, and every other where all share one address. */
    public InetSocketAddress address() {
        return addresses.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("entry '" + entry + "' serves no model"));
    }

    /** Whether clients speak TLS. */
    public boolean tls() {
        return scheme.equals("https");
    }
}
