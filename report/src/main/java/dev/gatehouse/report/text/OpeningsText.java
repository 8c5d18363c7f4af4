package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.Broken;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Cure;
import dev.gatehouse.model.compare.Kept;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.compare.Unknown;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.report.text.Palette.Ink;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.Opening;
import java.util.ArrayList;
import java.util.List;

/** What stands behind the cells that are not simply kept. */
final class OpeningsText {
    private static final String INDENT = "      ";

    private OpeningsText() {}

    static String of(ComparisonView view, Palette palette) {
        return section(view, palette, State.BROKEN, "Broken")
                + section(view, palette, State.CONDITIONAL, "Kept if you see to it")
                + section(view, palette, State.UNKNOWN, "Unknown")
                + changed(view, palette);
    }

    private static String section(ComparisonView view, Palette palette, State state, String title) {
        List<Opening> openings = view.openings(state);
        StringBuilder text = new StringBuilder();
        for (Opening opening : openings) {
            text.append(opening(view, opening, palette));
        }
        return openings.isEmpty() ? "" : "\n" + palette.paint(Ink.STRONG, title) + "\n" + text;
    }

    /** Kept then, and not today: the rest of the changed cells stand in the sections above. */
    private static String changed(ComparisonView view, Palette palette) {
        StringBuilder text = new StringBuilder();
        view.openings(State.KEPT).stream()
                .filter(opening -> opening.cell().change().isPresent())
                .forEach(opening -> text.append(opening(view, opening, palette)));
        return text.length() == 0 ? "" : "\n" + palette.paint(Ink.STRONG, "Kept then") + "\n" + text;
    }

    private static String opening(ComparisonView view, Opening opening, Palette palette) {
        Cell cell = opening.cell();
        StringBuilder text = new StringBuilder()
                .append("  ")
                .append(palette.paint(Ink.of(cell.state()), Labels.sign(cell.state()) + " " + cell.row()))
                .append("  in ")
                .append(opening.places(view))
                .append('\n');
        lines(cell).forEach(line -> text.append(Wrap.block(line, "    ", INDENT)));
        cell.evidence()
                .ifPresent(evidence -> Wrap.block(Labels.evidence(evidence), "    ", INDENT)
                        .lines()
                        .forEach(line ->
                                text.append(palette.paint(Ink.FAINT, line)).append('\n')));
        return text.toString();
    }

    static List<String> lines(Cell cell) {
        List<String> lines = new ArrayList<>();
        if (cell.outcome() instanceof Broken broken) {
            lines.add(broken.dueTo() + ": " + broken.why());
            broken.cures().forEach(cure -> lines.add("cure: " + cure(cure)));
        } else if (cell.outcome() instanceof Kept kept) {
            String backstops = kept.backstops().isEmpty()
                    ? ""
                    : "; behind it "
                            + String.join(
                                    ", ",
                                    kept.backstops().stream()
                                            .map(Object::toString)
                                            .toList());
            lines.add(kept.keeper().map(keeper -> keeper + ": ").orElse("") + kept.why() + backstops);
            kept.conditions().stream()
                    .filter(Condition::isYours)
                    .forEach(condition -> lines.add("yours: " + condition.text()));
        } else if (cell.outcome() instanceof Unknown unknown) {
            lines.add(unknown.missing());
        }
        cell.waiver()
                .ifPresent(waiver ->
                        lines.add("waived until " + waiver.until() + " by " + waiver.by() + ": " + waiver.reason()));
        cell.change().ifPresent(change -> lines.add(change(change)));
        return lines;
    }

    static String cure(Cure cure) {
        return cure.text()
                + cure.design().map(design -> " (" + design + ")").orElse("")
                + cure.perMonth().map(money -> ", " + money + " a month").orElse("");
    }

    static String change(Cell.Change change) {
        String today = "today: " + Labels.state(change.today());
        String by = String.join(
                "; ", change.by().stream().map(OpeningsText::launch).distinct().toList());
        return by.isEmpty() ? today : today + ", by " + by;
    }

    private static String launch(Fact fact) {
        return fact.launch().orElse(fact.text())
                + fact.since().map(since -> " (" + since + ")").orElse("");
    }
}
