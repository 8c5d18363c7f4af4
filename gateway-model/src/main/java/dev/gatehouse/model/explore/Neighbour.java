package dev.gatehouse.model.explore;

import dev.gatehouse.model.compare.PromiseChange;
import dev.gatehouse.model.topology.PathDifference;
import dev.gatehouse.model.unit.Money;
import java.util.Optional;

/**
 * A path near one of the designs, and what going there changes.
 *
 * @param path the path
 * @param difference what is dropped and added
 * @param perMonth what it costs more, or less where below 0; empty where a price of either is not known
 * @param promises what becomes of the promises
 */
public record Neighbour(
        ExploredPath path, PathDifference difference, Optional<Money> perMonth, PromiseChange promises) {
    /** All of it as one line: {@code drop the accelerator: −945 USD/month, keeps the same}. */
    public String told() {
        return difference.words()
                + ": "
                + perMonth.map(money -> money.signed() + "/month").orElse("a difference in cost that is not known")
                + ", "
                + promises.words();
    }
}
