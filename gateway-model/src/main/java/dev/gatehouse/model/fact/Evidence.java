package dev.gatehouse.model.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** How a fact is known. There are four ways and no default. */
public sealed interface Evidence permits Published, Granted, Measured, Assumed {
    /** The ways in which a fact can be known, the strongest first. */
    enum Kind {
        /** The vendor's own page says so. */
        PUBLISHED,
        /** The vendor granted it to this account: a raised quota, a private price. */
        GRANTED,
        /** A run of one's own showed it. */
        MEASURED,
        /** Somebody supposes it, and says why. */
        ASSUMED;

        /** The word in texts and JSON: {@code published}, {@code granted}, {@code measured}, {@code assumed}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The kind of evidence. */
    Kind kind();

    /** One phrase for a reader: {@code published, https://docs.aws.amazon.com/…, checked 2026-11-22}. */
    String described();

    /**
     * The evidence of an answer that rests on all of these: the weakest kind, and of published pages the one whose
     * check is oldest; otherwise the first.
     *
     * @throws IllegalArgumentException if there is none: an answer that rests on nothing has no evidence
     */
    static Evidence weakest(Collection<? extends Evidence> all) {
        return all.stream()
                .map(Evidence.class::cast)
                .reduce((a, b) -> STRONGEST_FIRST.compare(b, a) > 0 ? b : a)
                .orElseThrow(() -> new IllegalArgumentException("an answer that rests on nothing has no evidence"));
    }

    /** Orders evidence: published, granted, measured, assumed; among published pages the latest check first. */
    Comparator<Evidence> STRONGEST_FIRST = (a, b) -> a instanceof Published first && b instanceof Published second
            ? second.checked().compareTo(first.checked())
            : a.kind().compareTo(b.kind());
}
