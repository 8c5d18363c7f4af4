package dev.gatehouse.model.fact;

import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.unit.Quantity;
import org.jspecify.annotations.Nullable;

/** A fact in the making: what its line on a sheet has said so far. Used once, by one thread. */
final class FactDraft {
    final FactId id;
    final Section section;
    final Place place;
    final Evidence evidence;
    String text = "";
    Window window = Window.ALWAYS;
    boolean adjustable;

    @Nullable
    Quantity value;

    @Nullable
    Quantity min;

    @Nullable
    Quantity max;

    @Nullable
    Quantity tierFrom;

    @Nullable
    Quantity tierTo;

    @Nullable
    String region;

    @Nullable
    String launch;

    @Nullable
    String reason;

    @Nullable
    String to;

    @Nullable
    String by;

    @Nullable
    String per;

    FactDraft(FactId id, Section section, Place place, Evidence evidence) {
        this.id = id;
        this.section = section;
        this.place = place;
        this.evidence = evidence;
    }

    Fact fact() {
        return new Fact(this);
    }
}
