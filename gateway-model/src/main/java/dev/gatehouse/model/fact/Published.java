package dev.gatehouse.model.fact;

import java.time.LocalDate;

/**
 * The vendor's own page says so.
 *
 * @param page its address, beginning with {@code https://}
 * @param checked the day on which somebody last read it
 */
public record Published(String page, LocalDate checked) implements Evidence {
    @Override
    public Kind kind() {
        return Kind.PUBLISHED;
    }

    @Override
    public String described() {
        return "published, " + page + ", checked " + checked;
    }
}
