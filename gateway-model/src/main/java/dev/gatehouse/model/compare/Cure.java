package dev.gatehouse.model.compare;

import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.unit.Money;
import java.util.Optional;

/**
 * What would fix a cell: another path, another word in the spec, or both. Comparing that path with that spec keeps the
 * promise and breaks nothing that the design keeps.
 *
 * @param text what to do, one line
 * @param design the path that it leads to, by its id in the design space; empty: the design stays as it is
 * @param perMonth what it costs more, or less where below 0, to the cent; empty where that is not known
 * @param unpriced why {@code perMonth} is not known; empty where it is
 * @param spec the platform with what must be written otherwise; empty: the spec stays as it is
 */
public record Cure(
        String text,
        Optional<String> design,
        Optional<Money> perMonth,
        Optional<String> unpriced,
        Optional<PlatformSpec> spec) {
    /** Another word in the spec, before anybody has tried and priced it. */
    static Cure bySpec(String text, PlatformSpec changed) {
        return new Cure(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(changed));
    }

    /** All of it as one line: {@code drop the accelerator (alb-nlb-ambassador), −945 USD/month}. */
    public String told() {
        return text + design.map(id -> " (" + id + ")").orElse("") + price();
    }

    /**
     * The price as it follows the text: {@code , −945 USD/month}; nothing for a word in the spec that costs nothing.
     */
    public String price() {
        return perMonth.filter(money -> design.isPresent() || money.amount().signum() != 0)
                        .map(money -> ", " + money.signed() + "/month")
                        .orElse("")
                + unpriced.map(missing -> "; not known: " + missing).orElse("");
    }
}
