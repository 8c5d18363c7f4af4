package dev.gatehouse.model.unit;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Division to 34 digits, digit for digit and scale for scale what {@link MathContext#DECIMAL128} gives.
 *
 * <p>Where a quotient comes out even and is short, as with 36,000 requests an hour by 3,600 s, it is found in whole
 * numbers: the library's own way makes 34 digits first and then takes the noughts off one by one.
 */
public final class Division {
    /** So many digits leave room for one more in a {@code long}. */
    private static final int DIGITS = 17;

    private static final long MOST = 100_000_000_000_000_000L;

    private Division() {}

    /**
     * The quotient, to 34 digits.
     *
     * @throws ArithmeticException if {@code by} is 0
     */
    public static BigDecimal of(BigDecimal number, BigDecimal by) {
        if (number.signum() == 0 || by.signum() == 0 || number.precision() > DIGITS || by.precision() > DIGITS) {
            return number.divide(by, MathContext.DECIMAL128);
        }
        long divisor = by.unscaledValue().longValue();
        long rest = number.unscaledValue().longValue();
        long quotient = rest / divisor;
        int scale = number.scale() - by.scale();
        rest %= divisor;
        while (rest != 0) {
            if (Math.abs(quotient) >= MOST) {
                return number.divide(by, MathContext.DECIMAL128);
            }
            rest *= 10;
            quotient = quotient * 10 + rest / divisor;
            rest %= divisor;
            scale++;
        }
        return BigDecimal.valueOf(quotient, scale);
    }
}
