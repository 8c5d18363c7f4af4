package dev.gatehouse.model.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a sheet. */
public enum Section {
    /** A number that nothing may exceed, or that falls short of nothing. */
    LIMIT("limits", "value settable adjustable"),
    /** Something that the component can do. */
    CAPABILITY("capabilities", "value settable adjustable by"),
    /** Something that the component can't do, as the vendor says or by its absence from the vendor's list. */
    REFUSAL("refusals", ""),
    /** What may stand directly behind the component. */
    LINK("links", "to by"),
    /** What the vendor promises to credit. */
    SERVICE_LEVEL("service-level", "value"),
    /** What the component adds to an answer's time. */
    LATENCY("latency", "value"),
    /** What something costs. */
    PRICE("prices", "value per tier"),
    /** Anything else worth citing. */
    NOTE("notes", "value settable adjustable");

    private static final String COMMON = "id text region since until launch reason source ";

    private final String key;
    private final String keys;

    Section(String key, String keys) {
        this.key = key;
        this.keys = keys;
    }

    /** The section's key on a sheet, such as {@code limits}. */
    public String key() {
        return key;
    }

    /** The section in the singular, for texts and JSON: {@code limit}, {@code service-level}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The keys that a line of the section may have. */
    Stream<String> itemKeys() {
        return Arrays.stream((COMMON + keys).strip().split(" "));
    }

    static Optional<Section> ofKey(String key) {
        return Arrays.stream(values())
                .filter(section -> section.key.equals(key))
                .findFirst();
    }
}
