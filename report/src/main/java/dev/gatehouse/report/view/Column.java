package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.DesignAnswer;

/**
 * A design as a column of a table.
 *
 * @param head what stands over it: the number in front of the design's title, such as {@code 4a}, or its place
 * @param answer what the comparison says of it
 */
public record Column(String head, DesignAnswer answer) {
    private static final String AFTER_NUMBER = " · ";

    static Column of(int place, DesignAnswer answer) {
        String title = answer.design().title();
        int end = title.indexOf(AFTER_NUMBER);
        return new Column(end > 0 && end <= 3 ? title.substring(0, end) : Integer.toString(place), answer);
    }

    /** The design's id. */
    public String id() {
        return answer.design().id();
    }

    /** The design's title without its number. */
    public String title() {
        String title = answer.design().title();
        String number = head + AFTER_NUMBER;
        return title.startsWith(number) ? title.substring(number.length()) : title;
    }
}
