package dev.gatehouse.lab.ingress;

import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;

/** Decides shares: one number for each request, which all its routes and copies are asked with. Thread-safe. */
@FunctionalInterface
public interface Draw {
    /** The next number, 0 to 99. */
    int next();

    /** Chance. */
    static Draw random() {
        return () -> ThreadLocalRandom.current().nextInt(100);
    }

    /** Chance that a seed decides; in which order requests get its numbers is up to them. */
    static Draw seeded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return () -> {
            synchronized (random) {
                return random.nextInt(100);
            }
        };
    }

    /** Always the same. */
    static Draw pinned(int number) {
        return () -> number;
    }
}
