package dev.gatehouse.report.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Wrap {
    private Wrap() {}

    /**
     * Breaks at blanks, and a word that is longer than a line, unless {@code whole}, behind its last hyphen, slash,
     * point or in front of its last capital that fits, or else where the line ends.
     */
    static List<String> lines(String text, int width, boolean whole) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String rest = word;
            if (line.length() > 0 && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (!whole && rest.length() > width) {
                int cut = cut(rest, width);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(line.length() > 0 ? " " : "").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Lines of at most 100 columns, each behind {@code indent}; addresses are never broken. */
    static String block(String text, String indent) {
        return block(text, indent, indent);
    }

    /** As {@link #block(String, String)}, with another indent in front of the first line. */
    static String block(String text, String first, String indent) {
        StringBuilder block = new StringBuilder();
        for (String line : lines(text, ComparisonText.WIDTH - indent.length(), true)) {
            block.append(block.length() == 0 ? first : indent).append(line).append('\n');
        }
        return block.toString();
    }

    private static int cut(String word, int width) {
        for (int at = width; at > width / 2; at--) {
            char before = word.charAt(at - 1);
            boolean hump =
                    at < word.length() && Character.isUpperCase(word.charAt(at)) && Character.isLowerCase(before);
            if (before == '-' || before == '/' || before == '.' || hump) {
                return at;
            }
        }
        return width;
    }
}
