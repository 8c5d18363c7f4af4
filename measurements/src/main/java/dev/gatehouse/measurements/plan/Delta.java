package dev.gatehouse.measurements.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatehouse.model.unit.Dimension;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The smallest difference that matters: a time, or a part of the smaller of the two medians compared.
 *
 * @param size a time or a share, above 0
 */
public record Delta(Quantity size) {
    /** What matters unless somebody says otherwise. */
    public static final Delta DEFAULT = parse("0.5 ms");

    /**
     * Checks the dimension.
     *
     * @throws IllegalArgumentException with a message for the user, if it is neither a time nor a share, or is 0
     */
    public Delta {
        boolean known = size.dimension() == Dimension.TIME || size.dimension() == Dimension.SHARE;
        if (!known || size.number().signum() <= 0) {
            throw new IllegalArgumentException("'" + size
                    + "' is no difference that could matter; write a time such as '0.5 ms' or a share such as '10 %'");
        }
    }

    /**
     * Reads {@code 0.5 ms} or {@code 10 %}.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Delta parse(String text) {
        return new Delta(Quantity.parse(text));
    }

    /**
     * The difference in nanoseconds.
     *
     * @param smallerNanos the smaller of the medians that are compared
     */
    public long nanos(long smallerNanos) {
        return size.dimension() == Dimension.TIME
                ? size.toDuration().toNanos()
                : size.toShare()
                        .fraction()
                        .multiply(BigDecimal.valueOf(smallerNanos))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact();
    }

    /** What {@link #parse} reads. */
    @Override
    @JsonValue
    public String toString() {
        return size.toString();
    }
}
