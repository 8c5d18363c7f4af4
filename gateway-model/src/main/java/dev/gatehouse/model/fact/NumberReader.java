package dev.gatehouse.model.fact;

import dev.gatehouse.model.unit.Dimension;
import dev.gatehouse.model.unit.Quantity;
import java.util.Optional;
import java.util.Set;

/** Reads the numbers of a line: its value or interval, what it may be set to, and the tier of a price. */
final class NumberReader {
    private static final Set<Section> ONE_NUMBER = Set.of(Section.LIMIT, Section.PRICE, Section.SERVICE_LEVEL);

    private record Interval(Quantity low, Quantity high) {}

    private NumberReader() {}

    static void read(FactDraft draft, Fields item) {
        Optional<String> value = item.text("value");
        if (value.isPresent() && value.get().contains(" to ")) {
            interval("value", value.get(), item).ifPresent(interval -> {
                draft.min = interval.low();
                draft.max = interval.high();
                if (ONE_NUMBER.contains(draft.section)) {
                    item.report(
                            FactRules.QUANTITY,
                            item.placeOf("value"),
                            "a " + draft.section.word() + " is one number, not an interval",
                            "an answer is reckoned with it",
                            "write one number; what it may be set to stands in settable");
                }
            });
        } else {
            draft.value = value.flatMap(text -> item.quantity("value", text)).orElse(null);
        }
        Quantity number = draft.value;
        if (draft.section == Section.PRICE && number != null && number.dimension() != Dimension.MONEY) {
            item.report(
                    FactRules.QUANTITY,
                    item.placeOf("value"),
                    "a price is " + number.dimension().words() + ", not an amount of money",
                    "",
                    "write it like 0.0225 USD");
        }
        item.text("settable").ifPresent(text -> settable(draft, text, item));
        tier(draft, item);
    }

    private static void settable(FactDraft draft, String text, Fields item) {
        if (text.startsWith("from ")) {
            draft.min =
                    item.quantity("settable", text.substring("from ".length())).orElse(null);
        } else {
            interval("settable", text, item).ifPresent(interval -> {
                draft.min = interval.low();
                draft.max = interval.high();
            });
        }
        Quantity value = draft.value;
        Quantity min = draft.min;
        Quantity max = draft.max;
        boolean within = value != null
                && min != null
                && value.dimension() == min.dimension()
                && value.compareTo(min) >= 0
                && (max == null || value.compareTo(max) <= 0);
        if (min != null && !within) {
            item.report(
                    FactRules.QUANTITY,
                    item.placeOf("settable"),
                    "the value is not within settable",
                    "value is the default, settable what it may be set to",
                    "write value: 60 s with settable: 1 s to 4000 s, or settable: from 1 s");
        }
    }

    private static void tier(FactDraft draft, Fields item) {
        item.text("tier").ifPresent(text -> {
            if (text.startsWith("from ")) {
                draft.tierFrom =
                        item.quantity("tier", text.substring("from ".length())).orElse(null);
            } else {
                interval("tier", text, item).ifPresent(interval -> {
                    draft.tierFrom = interval.low();
                    draft.tierTo = interval.high();
                });
            }
        });
    }

    private static Optional<Interval> interval(String key, String text, Fields item) {
        int to = text.indexOf(" to ");
        if (to < 0) {
            item.report(
                    FactRules.QUANTITY,
                    item.placeOf(key),
                    key + " is '" + text + "', not an interval",
                    "",
                    "write it like 1 s to 4000 s");
            return Optional.empty();
        }
        Optional<Quantity> low = item.quantity(key, text.substring(0, to));
        Optional<Quantity> high = item.quantity(key, text.substring(to + " to ".length()));
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        if (low.get().dimension() != high.get().dimension() || low.get().compareTo(high.get()) > 0) {
            item.report(
                    FactRules.QUANTITY,
                    item.placeOf(key),
                    key + " runs from " + low.get() + " to " + high.get(),
                    "an interval runs upward between two quantities of one kind",
                    "write it like 1 s to 4000 s");
            return Optional.empty();
        }
        return Optional.of(new Interval(low.get(), high.get()));
    }
}
