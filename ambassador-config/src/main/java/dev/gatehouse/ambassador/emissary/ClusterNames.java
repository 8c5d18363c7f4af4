package dev.gatehouse.ambassador.emissary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shortens the names of upstreams to the 60 characters that Emissary gives Envoy. */
final class ClusterNames {
    private static final int MOST = 60;
    private static final int KEPT = 40;
    private static final int HASH_DIGITS = 16;

    private ClusterNames() {}

    /** Each long name with its short one. */
    static Map<String, String> shortened(Collection<String> names) {
        Map<String, String> result = new HashMap<>();
        Map<String, List<String>> collisions = new TreeMap<>();
        for (String name : names.stream().sorted().toList()) {
            if (name.length() <= MOST) {
                result.put(name, name);
            } else {
                collisions
                        .computeIfAbsent(name.substring(0, KEPT) + "-" + hash(name), key -> new java.util.ArrayList<>())
                        .add(name);
            }
        }
        collisions.forEach((shortName, all) -> {
            for (int i = 0; i < all.size(); i++) {
                result.put(all.get(i), shortName + "-" + i);
            }
        });
        return result;
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
