package dev.gatehouse.model.compare;

import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Waiver;
import java.time.LocalDate;
import java.util.Optional;

/** Marks a broken cell that somebody answers for. */
final class Waived {
    private Waived() {}

    static Cell on(Cell cell, PlatformSpec spec, String design, LocalDate today) {
        if (cell.state() != State.BROKEN) {
            return cell;
        }
        Optional<Waiver> waiver = spec.waivers().stream()
                .filter(each -> each.rule().text().equals(Findings.rule(cell.row())))
                .filter(each -> each.design().map(design::equals).orElse(true))
                .filter(each -> each.holdsOn(today))
                .findFirst();
        return waiver.isEmpty()
                ? cell
                : new Cell(cell.row(), cell.entry(), cell.model(), cell.outcome(), cell.facts(), cell.change(), waiver);
    }
}
