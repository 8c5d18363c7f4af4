package dev.gatehouse.model.fact;

import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.unit.Quantity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is known of a component, with the days on which it held and how it is known. A value: two facts are
 * equal if they say the same, wherever they were written.
 */
public final class Fact {
    /** By component and name, then the days, region and tier: the order in which facts are listed. */
    static final Comparator<Fact> ORDER = Comparator.comparing(Fact::id)
            .thenComparing(fact -> fact.window.since())
            .thenComparing(fact -> Objects.toString(fact.region, ""))
            .thenComparing(Fact::tierFrom, Comparator.comparing(Function.identity(), Fact::compareOptional))
            .thenComparing(Fact::content);

    private final FactId id;
    private final Section section;
    private final String text;
    private final Window window;
    private final Evidence evidence;
    private final Place place;
    private final boolean adjustable;
    private final @Nullable Quantity value;
    private final @Nullable Quantity min;
    private final @Nullable Quantity max;
    private final @Nullable Quantity tierFrom;
    private final @Nullable Quantity tierTo;
    private final @Nullable String region;
    private final @Nullable String launch;
    private final @Nullable String reason;
    private final @Nullable String to;
    private final @Nullable String by;
    private final @Nullable String per;

    Fact(FactDraft draft) {
        this.id = draft.id;
        this.section = draft.section;
        this.text = draft.text;
        this.window = draft.window;
        this.evidence = draft.evidence;
        this.place = draft.place;
        this.adjustable = draft.adjustable;
        this.value = draft.value;
        this.min = draft.min;
        this.max = draft.max;
        this.tierFrom = draft.tierFrom;
        this.tierTo = draft.tierTo;
        this.region = draft.region;
        this.launch = draft.launch;
        this.reason = draft.reason;
        this.to = draft.to;
        this.by = draft.by;
        this.per = draft.per;
    }

    /** Its name, shared by the facts of other days, regions and tiers. */
    public FactId id() {
        return id;
    }

    /** The part of the sheet that it stands in. */
    public Section section() {
        return section;
    }

    /** What it says, as one sentence. */
    public String text() {
        return text;
    }

    /** Its number, if it has one: of a settable limit the default; never of an interval. */
    public Optional<Quantity> value() {
        return Optional.ofNullable(value);
    }

    /** The least that may be set, or the lower end of an interval. */
    public Optional<Quantity> min() {
        return Optional.ofNullable(min);
    }

    /** The most that may be set, or the upper end of an interval. */
    public Optional<Quantity> max() {
        return Optional.ofNullable(max);
    }

    /** Whether its owner may set it, from {@link #min} to {@link #max}, or without end where that is empty. */
    public boolean isSettable() {
        return min != null && value != null;
    }

    /** Whether the vendor raises it on request; until a {@link Granted} fact says so, that is a hope. */
    public boolean isAdjustable() {
        return adjustable;
    }

    /** The one region in which it holds; empty if it holds in every region without a fact of its own. */
    public Optional<String> region() {
        return Optional.ofNullable(region);
    }

    /** The first day on which it holds, if a day is known. */
    public Optional<LocalDate> since() {
        return Optional.of(window.since()).filter(day -> !day.equals(LocalDate.MIN));
    }

    /** The first day on which it no longer holds, if there is one. */
    public Optional<LocalDate> until() {
        return Optional.of(window.until()).filter(day -> !day.equals(LocalDate.MAX));
    }

    /** What began it, in words to quote: {@code REST API response streaming}. */
    public Optional<String> launch() {
        return Optional.ofNullable(launch);
    }

    /** Why it stands over another, where it does. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Of a link: the kind of what may stand behind. */
    public Optional<String> to() {
        return Optional.ofNullable(to);
    }

    /** Of a link: by what means, such as {@code ip targets}. */
    public Optional<String> by() {
        return Optional.ofNullable(by);
    }

    /** Of a price: for what, such as {@code hour}, {@code million} or {@code GiB}. */
    public Optional<String> per() {
        return Optional.ofNullable(per);
    }

    /** Of a price: from which usage on. */
    public Optional<Quantity> tierFrom() {
        return Optional.ofNullable(tierFrom);
    }

    /** Of a price: up to which usage; empty if without end. */
    public Optional<Quantity> tierTo() {
        return Optional.ofNullable(tierTo);
    }

    /** How it is known. */
    public Evidence evidence() {
        return evidence;
    }

    /** Where it was written. */
    public Place place() {
        return place;
    }

    /** Whether it holds on that day, by its own dates. */
    public boolean holdsOn(LocalDate day) {
        return window.holdsOn(day);
    }

    Window window() {
        return window;
    }

    /** What tells facts apart that hold at the same time: name, region and tier. */
    String key() {
        return id + "|" + Objects.toString(region, "") + "|" + Objects.toString(tierFrom, "");
    }

    /** Everything that it says, in one line: what the hash of all facts is made of. */
    String content() {
        return parts().stream().map(part -> Objects.toString(part, "")).collect(Collectors.joining("\t"));
    }

    private static int compareOptional(Optional<Quantity> a, Optional<Quantity> b) {
        return a.isPresent() && b.isPresent()
                ? a.get().compareTo(b.get())
                : Boolean.compare(a.isPresent(), b.isPresent());
    }

    private List<@Nullable Object> parts() {
        return Arrays.asList(
                id,
                section,
                text,
                window,
                evidence,
                adjustable,
                value,
                min,
                max,
                tierFrom,
                tierTo,
                region,
                launch,
                reason,
                to,
                by,
                per);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fact fact && parts().equals(fact.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** Its name, number and evidence, for messages. */
    @Override
    public String toString() {
        return id + (value == null ? "" : " " + value) + " (" + evidence.described() + ")";
    }
}
