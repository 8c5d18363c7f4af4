package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.Broken;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Kept;
import dev.gatehouse.model.compare.Unknown;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.report.view.Labels;
import java.util.ArrayList;
import java.util.List;

/** What a cell says, line by line, without markup. */
public final class CellText {
    private CellText() {}

    /** Who and why, then what is yours, what would cure it, who answers for it, and what changed. */
    public static List<String> lines(Cell cell) {
        List<String> lines = new ArrayList<>(answer(cell));
        yours(cell).forEach(condition -> lines.add("yours: " + condition.text()));
        lines.addAll(apart(cell));
        return lines;
    }

    /** Who and why. */
    static List<String> answer(Cell cell) {
        if (cell.outcome() instanceof Broken broken) {
            return List.of(broken.dueTo() + ": " + broken.why());
        }
        if (cell.outcome() instanceof Kept kept) {
            String backstops = kept.backstops().isEmpty()
                    ? ""
                    : "; behind it "
                            + String.join(
                                    ", ",
                                    kept.backstops().stream()
                                            .map(Object::toString)
                                            .toList());
            return List.of(kept.keeper().map(keeper -> keeper + ": ").orElse("") + kept.why() + backstops);
        }
        return cell.outcome() instanceof Unknown unknown ? List.of(unknown.missing()) : List.of();
    }

    /** What is yours to see to. */
    static List<Condition> yours(Cell cell) {
        return cell.outcome() instanceof Kept kept
                ? kept.conditions().stream().filter(Condition::isYours).toList()
                : List.of();
    }

    /** What would cure it, who answers for it, and what changed. */
    static List<String> apart(Cell cell) {
        List<String> lines = new ArrayList<>();
        if (cell.outcome() instanceof Broken broken) {
            broken.cures().forEach(cure -> lines.add("cure: " + cure.told()));
        }
        cell.waiver()
                .ifPresent(waiver ->
                        lines.add("waived until " + waiver.until() + " by " + waiver.by() + ": " + waiver.reason()));
        cell.change().ifPresent(change -> lines.add(change(change)));
        return lines;
    }

    private static String change(Cell.Change change) {
        String today = "today: " + Labels.state(change.today());
        String by = String.join(
                "; ", change.by().stream().map(CellText::launch).distinct().toList());
        return by.isEmpty() ? today : today + ", by " + by;
    }

    private static String launch(Fact fact) {
        return fact.launch().orElse(fact.text())
                + fact.since().map(since -> " (" + since + ")").orElse("");
    }
}
