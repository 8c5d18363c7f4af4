package dev.gatehouse.cli;

import dev.gatehouse.model.fact.Component;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.report.text.FactsPage;
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

    private static String said(Fact fact) {
        return Stream.of(fact.id().id(), FactsPage.numbers(fact), fact.text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
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
