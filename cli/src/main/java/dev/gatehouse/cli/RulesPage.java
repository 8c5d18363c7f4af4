package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code docs/rules.md} says of each rule: a resource of the jar. */
final class RulesPage {
    private final Map<String, String> texts = new TreeMap<>();

    /** Reads the tables of the page: a heading over each, the rule in the first column. */
    RulesPage(String markdown) {
        String section = "";
        List<String> titles = List.of();
        Iterator<String> lines = markdown.lines().iterator();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("## ")) {
                section = line.substring(line.indexOf(':') + 1).strip();
            } else if (line.startsWith("| rule")) {
                titles = cells(line);
            } else if (line.startsWith("| GH-")) {
                List<String> cells = cells(line);
                texts.put(cells.get(0), text(cells, titles, section));
            }
        }
    }

    static RulesPage ofJar() {
        try (InputStream page = RulesPage.class.getResourceAsStream("rules.md")) {
            if (page == null) {
                throw new IllegalStateException("the jar lacks rules.md");
            }
            return new RulesPage(new String(page.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar's rules.md can't be read", e);
        }
    }

    /** The rules' ids, sorted. */
    List<String> rules() {
        return List.copyOf(texts.keySet());
    }

    /** What is said of a rule, in lines for a terminal. */
    String of(String rule) {
        return texts.getOrDefault(rule, "");
    }

    private static String text(List<String> cells, List<String> titles, String section) {
        StringBuilder text =
                new StringBuilder(cells.get(0)).append("  ").append(section).append('\n');
        for (int i = 1; i < cells.size(); i++) {
            String title = i < titles.size() ? titles.get(i) + ": " : "";
            text.append(Wrap.lines(title + cells.get(i).replace("`", ""), "  ", "    "));
        }
        return text.toString();
    }

    /** The cells of a table's row; {@code \|} stands for a bar. */
    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        for (String cell : row.strip().substring(1).split("(?<!\\\\)\\|", -1)) {
            cells.add(cell.strip().replace("\\|", "|"));
        }
        cells.remove(cells.size() - 1);
        return cells;
    }
}
