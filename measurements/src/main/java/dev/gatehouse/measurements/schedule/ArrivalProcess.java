package dev.gatehouse.measurements.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the times between two arrivals are spread. The mean is one by the rate in both. */
public enum ArrivalProcess {
    /** Clients who know nothing of each other: the times between arrivals are exponential. */
    POISSON,
    /** Clockwork: all times between arrivals are the same. */
    CONSTANT;

    /** {@code poisson} or {@code constant}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
