package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Section;
import dev.gatehouse.model.unit.Quantity;
import java.util.Locale;

/** What it takes to have more of a limit. */
public enum Raise {
    /** A setting of yours, or of the generated files. */
    SETTING("yours to set"),
    /** AWS raises it when asked. */
    QUOTA_REQUEST("by quota request"),
    /** It ends where your own machines do. */
    OWN_HARDWARE("more of your own hardware"),
    /** Nobody raises it. */
    HARD("hard");

    private final String words;

    Raise(String words) {
        this.words = words;
    }

    /** What it takes to have more of what {@code fact} limits to {@code most}. */
    static Raise of(Facts facts, Fact fact, Quantity most) {
        if (fact.section() == Section.NOTE) {
            return OWN_HARDWARE;
        }
        boolean more = fact.isSettable()
                && fact.max().map(max -> max.compareTo(most) > 0).orElse(true);
        if (more) {
            return SETTING;
        }
        boolean askable = fact.isAdjustable()
                || facts.beneath(fact).map(Fact::isAdjustable).orElse(false);
        return askable ? QUOTA_REQUEST : HARD;
    }

    /** It in words. */
    public String words() {
        return words;
    }

    /** The word in JSON: {@code quota-request}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
