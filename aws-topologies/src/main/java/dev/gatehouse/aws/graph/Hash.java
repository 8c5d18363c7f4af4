package dev.gatehouse.aws.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short fingerprint of a text: the first digits of its SHA-256. */
public final class Hash {
    private Hash() {}

    /**
     * The fingerprint in hexadecimal digits.
     *
     * @param digits how many, at most 64
     */
    public static String of(String text, int digits) {
        return HexFormat.of().formatHex(sha256(text)).substring(0, digits);
    }

    static int number(String text) {
        return ByteBuffer.wrap(sha256(text)).getInt();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
