package dev.gatehouse.cli;

import dev.gatehouse.model.fact.Component;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts for people: by component, each with its number, its days and how it is known. */
final class FactsText {
    private FactsText() {}

    static String of(Facts facts, List<Fact> chosen, Paint paint) {
        StringBuilder text = new StringBuilder();
        String kind = "";
        for (Fact fact : chosen) {
            if (!fact.id().kind().equals(kind)) {
                text.append(text.isEmpty() ? "" : "\n");
                kind = fact.id().kind();
                String title = facts.component(kind).map(Component::title).orElse("");
                text.append(paint.bold(kind)).append("  ").append(title).append('\n');
            }
            text.append(Wrap.lines(said(fact), "  ", "    "));
            text.append(paint.dim(Wrap.lines(known(fact), "      ", "      ").stripTrailing()))
                    .append('\n');
        }
        return text.append(text.isEmpty() ? "" : "\n")
                .append(chosen.size())
                .append(chosen.size() == 1 ? " fact\n" : " facts\n")
                .toString();
    }

    static String markdown(List<Fact> chosen) {
        return chosen.stream()
                .map(fact -> "| `" + fact.id() + "` | " + cell(numbers(fact)) + " | " + cell(fact.text()) + " | "
                        + cell(known(fact)) + " |\n")
                .collect(Collectors.joining(
                        "", "| fact | value | what it says | how it is known |\n|---|---|---|---|\n", ""));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    private static String said(Fact fact) {
        return Stream.of(fact.id().id(), numbers(fact), fact.text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String numbers(Fact fact) {
        String value = fact.value().map(Object::toString).orElse("");
        String range = fact.min().isPresent() && fact.max().isPresent()
                ? fact.min().get() + " to " + fact.max().get()
                : fact.max().map(max -> "at most " + max).orElse("");
        return Stream.of(
                        value + fact.per().map(per -> " per " + per).orElse(""),
                        range,
                        fact.tierFrom().map(from -> "from " + from).orElse(""),
                        fact.isAdjustable() ? "adjustable" : "",
                        fact.region().orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String known(Fact fact) {
        return Stream.of(
                        Optional.of(fact.evidence().described()),
                        fact.since().map(day -> "since " + day),
                        fact.until().map(day -> "until " + day),
                        fact.launch().map(launch -> "by " + launch),
                        fact.reason().map(reason -> "because " + reason))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }
}
