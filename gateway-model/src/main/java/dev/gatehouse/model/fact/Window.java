package dev.gatehouse.model.fact;

import java.time.LocalDate;

/** The days on which a fact holds: from {@code since} up to, and without, {@code until}. */
record Window(LocalDate since, LocalDate until) {
    static final Window ALWAYS = new Window(LocalDate.MIN, LocalDate.MAX);

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(since) && day.isBefore(until);
    }

    boolean overlaps(Window other) {
        return since.isBefore(other.until) && other.since.isBefore(until);
    }
}
