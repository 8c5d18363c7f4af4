package dev.gatehouse.model.read;

import java.util.ArrayList;
import java.util.List;

/**
 * A long text cut where documents begin, so that its parts can be read side by side.
 *
 * <p>A line that begins with {@code ---} begins a document whatever stands around it, unless a directive stands before
 * it: text with a line that begins with a percent sign is left whole, as is text with line ends of old Macs.
 */
final class Parts {
    /** Below this a second thread takes longer to start than it saves. */
    private static final int LEAST = 1 << 17;

    private static final String MARKER = "\n---";

    private Parts() {}

    /**
     * A piece of a text.
     *
     * @param text whole documents
     * @param linesBefore how many lines of the file are before it
     */
    record Part(String text, int linesBefore) {}

    /** At most so many pieces of about the same length, in order; together they are the text. */
    static List<Part> of(String text, int most) {
        if (text.length() < LEAST || most < 2 || !canBeCut(text)) {
            return List.of(new Part(text, 0));
        }
        List<Part> parts = new ArrayList<>();
        int from = 0;
        int lines = 0;
        for (int at = 1; at <= most && from < text.length(); at++) {
            int cut = at == most ? text.length() : cut(text, (int) ((long) text.length() * at / most));
            if (cut > from) {
                parts.add(new Part(text.substring(from, cut), lines));
                lines += linesIn(text, from, cut);
                from = cut;
            }
        }
        return parts;
    }

    private static boolean canBeCut(String text) {
        if (text.startsWith("%") || text.contains("\n%")) {
            return false;
        }
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
            if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Where the first document after a place begins, or the end. */
    private static int cut(String text, int after) {
        int at = text.indexOf(MARKER, after);
        while (at >= 0 && !endsWord(text, at + MARKER.length())) {
            at = text.indexOf(MARKER, at + 1);
        }
        return at < 0 ? text.length() : at + 1;
    }

    private static boolean endsWord(String text, int at) {
        return at == text.length() || " \t\r\n".indexOf(text.charAt(at)) >= 0;
    }

    private static int linesIn(String text, int from, int to) {
        int lines = 0;
        for (int at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        return lines;
    }
}
