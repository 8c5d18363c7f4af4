package dev.gatehouse.report.text;

import dev.gatehouse.model.explore.ExploredPath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** What a path is ranked by, short enough for a table. */
record ExploreFigures(ExploredPath path) {
    /**
     * The cost to the cent, with a plus sign where a price is not known and it costs at least that; a hyphen where none
     * is.
     */
    String perMonth() {
        if (path.perMonth().isEmpty() && path.atLeast().amount().signum() == 0) {
            return "-";
        }
        return path.atLeast().amount().setScale(2, RoundingMode.HALF_UP).toPlainString()
                + (path.perMonth().isEmpty() ? "+" : "");
    }

    /** The interval in milliseconds; empty where a hop has none. */
    Optional<String> added() {
        return path.latency().without().isEmpty()
                ? path.latency()
                        .low()
                        .flatMap(low -> path.latency().high().map(high -> millis(low) + "–" + millis(high)))
                : Optional.empty();
    }

    /** The product of the service levels in percent; empty if there is none. */
    Optional<String> percent() {
        return path.availability().percent().map(BigDecimal::toPlainString);
    }

    private static String millis(Duration time) {
        return BigDecimal.valueOf(time.toNanos())
                .movePointLeft(6)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
