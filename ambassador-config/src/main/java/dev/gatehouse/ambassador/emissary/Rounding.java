package dev.gatehouse.ambassador.emissary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Rounds as the compiler does: a half goes to the even neighbour. */
final class Rounding {
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000L);

    private Rounding() {}

    /** The nearest whole number, within ten million either way. */
    static int whole(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_EVEN)
                .min(MOST)
                .max(MOST.negate())
                .intValue();
    }

    /** {@code amount / parts}, rounded. */
    static int share(int amount, int parts) {
        return whole(BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(parts), 20, RoundingMode.HALF_EVEN));
    }

    /** Whole milliseconds, within thirty thousand years either way. */
    static Duration millis(BigDecimal number) {
        return Duration.ofMillis(number.setScale(0, RoundingMode.HALF_EVEN)
                .min(MOST.movePointRight(8))
                .max(MOST.movePointRight(8).negate())
                .longValue());
    }
}
