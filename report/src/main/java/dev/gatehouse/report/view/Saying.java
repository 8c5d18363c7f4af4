package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Measure;
import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.hop.HopKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said of components on one subject, once for all of which it is said.
 *
 * @param subject such as {@code maintenance}
 * @param text what is said
 * @param evidence how it is known
 * @param of the components, and the designs that have them
 */
public record Saying(String subject, String text, Optional<Evidence> evidence, Map<HopKind, List<String>> of) {
    private record Said(String subject, String text, Optional<Evidence> evidence) {}

    /** The components, each with its designs: {@code vpc-link (1, 2), ambassador (2, 3)}. */
    public String whose(ComparisonView view) {
        return of.entrySet().stream()
                .map(one -> one.getKey() + " (" + places(view, one.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String places(ComparisonView view, List<String> heads) {
        return heads.size() == view.columns().size() && heads.size() > 1 ? "all" : String.join(", ", heads);
    }

    /** By subject, in the order of the measures. */
    static Map<String, List<Saying>> of(List<Column> columns) {
        Map<Said, Map<HopKind, List<String>>> said = new LinkedHashMap<>();
        for (Column column : columns) {
            for (Measure measure : column.answer().measures()) {
                measure.hop()
                        .ifPresent(hop -> said.computeIfAbsent(
                                        new Said(measure.id(), measure.value(), measure.evidence()),
                                        any -> new LinkedHashMap<>())
                                .computeIfAbsent(hop, any -> new ArrayList<>())
                                .add(column.head()));
            }
        }
        return said.entrySet().stream()
                .map(one -> new Saying(
                        one.getKey().subject(),
                        one.getKey().text(),
                        one.getKey().evidence(),
                        one.getValue()))
                .collect(Collectors.groupingBy(Saying::subject, LinkedHashMap::new, Collectors.toList()));
    }
}
