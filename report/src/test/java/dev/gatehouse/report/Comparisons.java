package dev.gatehouse.report;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.testing.Specs;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Comparisons to render: of every spec, on the study's day and today, and those made by hand. */
public final class Comparisons {
    private static final LocalDate STUDY = LocalDate.of(2020, 11, 19);
    private static final Facts FACTS = Facts.bundled();
    private static final List<Named<Comparison>> ALL = everyOne();

    private Comparisons() {}

    /** A spec's five designs as of {@link Samples#DAY}. */
    public static Comparison of(PlatformSpec spec) {
        return Comparison.of(spec, FACTS, Designs.all(), Samples.DAY, Samples.DAY);
    }

    /** A spec's five designs as of the study's day. */
    public static Comparison then(PlatformSpec spec) {
        return Comparison.of(spec, FACTS, Designs.all(), STUDY, Samples.DAY);
    }

    /** For {@code @MethodSource("dev.gatehouse.report.Comparisons#all")}. */
    public static Stream<Named<Comparison>> all() {
        return ALL.stream();
    }

    private static List<Named<Comparison>> everyOne() {
        return Specs.byName().entrySet().stream()
                .flatMap(spec -> Stream.of(
                        Named.of(spec.getKey(), of(spec.getValue())),
                        Named.of(spec.getKey() + " on the study's day", then(spec.getValue())),
                        Named.of(spec.getKey() + " with every kind of cell", Samples.everyKindOfCell(spec.getValue()))))
                .toList();
    }
}
