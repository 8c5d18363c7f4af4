package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.DesignAnswer;

/**
 * A design as a column of a table.
 *
 * @param head what stands over it: the number in front of the design's title, such as {@code 4a}, or a capital letter
 *     by its place, so that nobody takes it for one of the study's numbers
 * @param answer what the comparison says of it
 */
public record Column(String head, DesignAnswer answer) {
    private static final String AFTER_NUMBER = " · ";
    private static final int LETTERS = 26;

    static Column of(int place, DesignAnswer answer) {
        String title = answer.design().title();
        int end = title.indexOf(AFTER_NUMBER);
        return new Column(end > 0 && end <= 3 ? title.substring(0, end) : letter(place), answer);
    }

    private static String letter(int place) {
        int at = place - 1;
        String last = String.valueOf((char) ('A' + at % LETTERS));
        return at < LETTERS ? last : letter(at / LETTERS) + last;
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
