package dev.gatehouse.model.topology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names for what AWS limits to 32 characters: a slug that people read and a hash of every property whose change
 * replaces the resource. So a name changes exactly when the resource is replaced, and a new one never meets the name of
 * the old.
 */
public final class TargetGroupNames {
    /** The most characters that AWS allows in the name of a target group or a balancer. */
    public static final int MAX_LENGTH = 32;

    private static final int HASH_LENGTH = 8;

    private TargetGroupNames() {}

    /**
     * A name of at most {@link #MAX_LENGTH} characters.
     *
     * @param words what people shall read; shortened from the right
     * @param replacing every property whose change replaces the resource, in a fixed order
     */
    public static String of(List<String> words, List<String> replacing) {
        String slug = String.join("-", words);
        int room = MAX_LENGTH - HASH_LENGTH - 1;
        String shortened = slug.length() > room ? slug.substring(0, room) : slug;
        while (shortened.endsWith("-")) {
            shortened = shortened.substring(0, shortened.length() - 1);
        }
        return shortened + "-" + hash(slug, replacing);
    }

    private static String hash(String slug, List<String> replacing) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(slug.getBytes(StandardCharsets.UTF_8));
            for (String property : replacing) {
                digest.update((byte) 0);
                digest.update(property.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
