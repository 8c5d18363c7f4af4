package dev.gatehouse.report.write;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an output was made with and of.
 *
 * @param tool name and version, such as {@code gatehouse 0.1.0}
 * @param specSha256 SHA-256 of the spec's bytes as they were read, in hexadecimal
 */
public record Origin(String tool, String specSha256) {
    /**
     * The origin of an output that was made of a spec's bytes.
     *
     * @param version of Gatehouse
     * @param spec the bytes as they were read
     */
    public static Origin of(String version, byte[] spec) {
        return new Origin("gatehouse " + version, sha256(spec));
    }

    /** SHA-256 in hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
