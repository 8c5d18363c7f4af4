package dev.gatehouse.ambassador.write;

import java.util.ArrayList;
import java.util.List;

/** Text for terminals, at most 100 columns wide where words allow it. */
final class Lines {
    private static final int WIDTH = 100;

    private final StringBuilder out = new StringBuilder();

    /** Adds a line, and where it is too long, further ones that begin two columns to the right of the first. */
    Lines add(int indent, String text) {
        return add(indent, "", text);
    }

    /** Adds a line whose label stands in front; further lines begin where the text does. */
    Lines add(int indent, String label, String text) {
        if (!text.isEmpty()
                && text.length() <= WIDTH - indent - label.length()
                && !text.startsWith(" ")
                && !text.endsWith(" ")) {
            out.append(" ".repeat(indent)).append(label).append(text).append('\n');
            return this;
        }
        int hanging = label.isEmpty() ? indent + 2 : indent + label.length();
        String start = " ".repeat(indent) + label;
        for (String line : folded(text, WIDTH - indent - label.length(), WIDTH - hanging)) {
            out.append((start + line).stripTrailing()).append('\n');
            start = " ".repeat(hanging);
        }
        return this;
    }

    Lines blank() {
        out.append('\n');
        return this;
    }

    String text() {
        return out.toString();
    }

    /** Breaks at spaces; a word that is too long stands alone. */
    private static List<String> folded(String text, int firstWidth, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            int room = lines.isEmpty() ? firstWidth : width;
            if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
