package dev.gatehouse.cli;

import java.util.List;

/** Breaks text at blanks into lines for a terminal of 100 columns. */
final class Wrap {
    private static final int WIDTH = 100;

    private Wrap() {}

    /** Lines, each with its line feed: the first behind {@code first}, the others behind {@code next}. */
    static String lines(String text, String first, String next) {
        StringBuilder lines = new StringBuilder(first);
        int column = first.length();
        int begin = column;
        for (String word : List.of(text.strip().split(" +", -1))) {
            if (column > begin && column + 1 + word.length() > WIDTH) {
                lines.append('\n').append(next);
                column = next.length();
                begin = column;
            } else if (column > begin) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.append('\n').toString();
    }
}
