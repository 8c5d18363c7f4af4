package dev.gatehouse.model.unit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Times as users write them, to and from {@link Duration}. */
public final class Durations {
    private static final List<Unit> LARGEST_FIRST = List.of(Unit.DAY, Unit.HOUR, Unit.MINUTE, Unit.SECOND);

    private Durations() {}

    /**
     * Reads {@code 80 ms}, {@code 5 s}, {@code 2 min}, {@code 1 h}, {@code 180 d}.
     *
     * @throws IllegalArgumentException with a message for the user, if it is no time, finer than a nanosecond, or
     *     longer than a century
     */
    public static Duration parse(String text) {
        return Quantity.parse(text, Dimension.TIME).toDuration();
    }

    /**
     * The time in the largest unit that keeps it whole: {@code 29 s}, {@code 2 min}, {@code 1500 ms}, {@code 0.5 ms}.
     */
    public static String format(Duration duration) {
        BigDecimal millis = BigDecimal.valueOf(duration.getSeconds())
                .movePointRight(3)
                .add(BigDecimal.valueOf(duration.getNano()).movePointLeft(6));
        for (Unit unit : LARGEST_FIRST) {
            if (millis.signum() > 0 && millis.remainder(unit.factor()).signum() == 0) {
                return new Quantity(millis.divide(unit.factor()), unit).toString();
            }
        }
        return new Quantity(millis, millis.signum() == 0 ? Unit.SECOND : Unit.MILLISECOND).toString();
    }
}
