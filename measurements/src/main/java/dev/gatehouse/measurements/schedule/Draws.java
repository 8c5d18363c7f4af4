package dev.gatehouse.measurements.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Streams of random numbers, one for each purpose, out of one seed.
 *
 * <p>A stream is named and not numbered, so that a new purpose or one more model leaves all other streams as they were.
 * The generator is {@code XO_SHI_RO_256_PP}, whose 256 bits of state are the SHA-256 of seed and purpose: two of its
 * streams overlap with a chance of about 2^-190.
 */
public final class Draws {
    private Draws() {}

    /**
     * The stream of one purpose; the same on every Java and platform.
     *
     * @param seed of the whole load test
     * @param purpose such as {@code arrivals} or {@code mix/fraud}
     */
    public static UniformRandomProvider of(long seed, String purpose) {
        ByteBuffer bytes = ByteBuffer.wrap(sha256().digest((seed + "/" + purpose).getBytes(UTF_8)));
        long[] state = {bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong()};
        return RandomSource.XO_SHI_RO_256_PP.create(state);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
