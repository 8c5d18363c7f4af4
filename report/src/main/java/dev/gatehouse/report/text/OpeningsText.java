package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.report.text.Palette.Ink;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.Opening;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands behind the cells that are not simply kept; conditions of yours are numbered, and stand once at the end.
 */
final class OpeningsText {
    private static final String INDENT = "      ";

    private final ComparisonView view;
    private final Palette palette;
    private final List<Condition> yours;
    private final StringBuilder text = new StringBuilder();

    private OpeningsText(ComparisonView view, Palette palette) {
        this.view = view;
        this.palette = palette;
        Set<Condition> all = new LinkedHashSet<>();
        view.openings().forEach(opening -> all.addAll(CellText.yours(opening.cell())));
        this.yours = new ArrayList<>(all);
    }

    static String of(ComparisonView view, Palette palette) {
        OpeningsText openings = new OpeningsText(view, palette);
        openings.section("Broken", view.openings(State.BROKEN));
        openings.section("Kept if you see to it", view.openings(State.CONDITIONAL));
        openings.numbered();
        openings.section("Unknown", view.openings(State.UNKNOWN));
        openings.section(
                "Kept then",
                view.openings(State.KEPT).stream()
                        .filter(opening -> opening.cell().change().isPresent())
                        .toList());
        return openings.text.toString();
    }

    private void section(String title, List<Opening> openings) {
        if (!openings.isEmpty()) {
            title(title);
            openings.forEach(this::opening);
        }
    }

    private void title(String title) {
        text.append('\n').append(palette.paint(Ink.STRONG, title)).append('\n');
    }

    private void opening(Opening opening) {
        Cell cell = opening.cell();
        text.append("  ")
                .append(palette.paint(Ink.of(cell.state()), Labels.sign(cell.state()) + " " + cell.row()))
                .append("  in ")
                .append(Wrap.lines(
                                opening.places(view),
                                ComparisonText.WIDTH - cell.row().length() - 10,
                                true)
                        .stream()
                        .collect(Collectors.joining("\n" + INDENT)))
                .append('\n');
        CellText.answer(cell).forEach(this::line);
        String numbers = CellText.yours(cell).stream()
                .map(condition -> yours.indexOf(condition) + 1)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!numbers.isEmpty()) {
            line("yours: " + numbers);
        }
        CellText.apart(cell).forEach(this::line);
        cell.evidence()
                .ifPresent(evidence -> Wrap.block(Labels.evidence(evidence), "    ", INDENT)
                        .lines()
                        .forEach(line ->
                                text.append(palette.paint(Ink.FAINT, line)).append('\n')));
    }

    private void line(String line) {
        text.append(Wrap.block(line, "    ", INDENT));
    }

    private void numbered() {
        if (yours.isEmpty()) {
            return;
        }
        title("Yours to see to");
        for (int at = 0; at < yours.size(); at++) {
            String number = Integer.toString(at + 1);
            text.append(Wrap.block(
                    yours.get(at).text(), " ".repeat(Math.max(0, 4 - number.length())) + number + "  ", INDENT));
        }
    }
}
