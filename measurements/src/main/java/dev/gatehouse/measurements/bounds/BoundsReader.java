package dev.gatehouse.measurements.bounds;

import dev.gatehouse.measurements.result.Verdict;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.Fields;
import dev.gatehouse.model.read.Limits;
import dev.gatehouse.model.read.Reading;
import dev.gatehouse.model.read.Value;
import dev.gatehouse.model.read.YamlReader;
import dev.gatehouse.model.unit.Dimension;
import dev.gatehouse.model.unit.Durations;
import dev.gatehouse.model.unit.Share;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a file of bounds. Never throws for bad input.
 *
 * <pre>
 * schema: gatehouse/bounds/1
 * designs:
 *   nlb-ambassador: { p50: 8 ms, p90: 15 ms, p99: 40 ms, errors: 0.1 % }
 * verdicts:
 *   - { design: nlb-ambassador, beside: apigateway-nlb, is: not-slower }
 * </pre>
 */
public final class BoundsReader {
    /** The first line of every file of bounds. */
    public static final String SCHEMA = "gatehouse/bounds/1";

    private static final Map<String, Set<Verdict>> WORDS = words();

    private BoundsReader() {}

    /**
     * Reads one file.
     *
     * @param file the file's name as findings show it
     * @param bytes its content
     */
    public static BoundsReading read(String file, byte[] bytes) {
        Reading reading = new Reading(file);
        Documents documents = YamlReader.read(file, bytes, Limits.BY_HAND);
        documents.findings().forEach(reading::report);
        List<Bound> bounds = new ArrayList<>();
        if (documents.roots().size() == 1) {
            reading.root(documents.roots().get(0)).mapping(fields -> {
                root(fields, bounds);
                return fields;
            });
        }
        if (bounds.isEmpty() && reading.findings().isEmpty()) {
            reading.error(
                    BoundsRules.NO_BOUNDS,
                    Place.ofFile(file),
                    "",
                    "the file demands nothing",
                    "a check that can't fail checks nothing",
                    "begin with schema: " + SCHEMA + " and write designs or verdicts, in one document");
        }
        return new BoundsReading(
                reading.findings().isEmpty() ? Optional.of(new Bounds(bounds)) : Optional.empty(),
                reading.findings().stream().sorted().toList());
    }

    private static void root(Fields fields, List<Bound> bounds) {
        fields.required("schema", SCHEMA).ifPresent(value -> value.word(Map.of(SCHEMA, SCHEMA)));
        fields.optional("designs")
                .ifPresent(designs -> designs.mapping(all -> {
                    all.all()
                            .forEach((name, value) -> value.mapping(design -> {
                                design(name, design, bounds);
                                return design;
                            }));
                    return all;
                }));
        fields.optional("verdicts")
                .ifPresent(verdicts -> verdicts.items()
                        .forEach(item -> item.mapping(verdict -> {
                            verdict(item, verdict).ifPresent(bounds::add);
                            return verdict;
                        })));
    }

    private static void design(String name, Fields design, List<Bound> bounds) {
        for (String quantile : List.of("p50", "p90", "p99")) {
            design.optional(quantile)
                    .ifPresent(value -> value.quantity(Dimension.TIME, Durations::parse)
                            .ifPresent(most ->
                                    bounds.add(new Bound.Time(value.node().place(), name, quantile, most))));
        }
        design.optional("errors")
                .ifPresent(value -> value.quantity(Dimension.SHARE, Share::parse)
                        .ifPresent(
                                most -> bounds.add(new Bound.Errors(value.node().place(), name, most))));
    }

    private static Optional<Bound> verdict(Value item, Fields verdict) {
        Optional<String> a = verdict.required("design", "nlb-ambassador").flatMap(Value::text);
        Optional<String> b = verdict.required("beside", "apigateway-nlb").flatMap(Value::text);
        Optional<Set<Verdict>> is = verdict.required("is", "not-slower").flatMap(value -> value.word(WORDS));
        return a.isPresent() && b.isPresent() && is.isPresent()
                ? Optional.of(new Bound.Wanted(item.node().place(), a.get(), b.get(), is.get()))
                : Optional.empty();
    }

    private static Map<String, Set<Verdict>> words() {
        Map<String, Set<Verdict>> words = new LinkedHashMap<>();
        words.put("faster", EnumSet.of(Verdict.FASTER));
        words.put("equal", EnumSet.of(Verdict.EQUAL));
        words.put("slower", EnumSet.of(Verdict.SLOWER));
        words.put("not-slower", EnumSet.of(Verdict.FASTER, Verdict.EQUAL));
        words.put("decided", EnumSet.of(Verdict.FASTER, Verdict.EQUAL, Verdict.SLOWER));
        return words;
    }
}
