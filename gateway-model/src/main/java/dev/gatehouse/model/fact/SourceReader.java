package dev.gatehouse.model.fact;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how a fact is known: one of four ways, and none by default. */
final class SourceReader {
    private static final String FORMS =
            "{ page: https://…, checked: 2026-11-22 }, { granted: reference }, { measured: run id } or { assumed: why }";

    private SourceReader() {}

    static Optional<Evidence> read(Fields item, String subject, List<Finding> findings) {
        Optional<Node> node = item.node("source");
        if (node.isEmpty()) {
            item.report(
                    FactRules.SOURCE,
                    item.place(),
                    "no source",
                    "there is no default: a fact without one is a rumour",
                    "add source: " + FORMS);
            return Optional.empty();
        }
        if (!(node.get() instanceof MappingNode mapping)) {
            item.report(
                    FactRules.SOURCE,
                    node.get().place(),
                    "source is " + node.get().described() + ", not a mapping",
                    "",
                    "write source: " + FORMS);
            return Optional.empty();
        }
        return evidence(new Fields(mapping, subject, findings));
    }

    private static Optional<Evidence> evidence(Fields source) {
        source.knowOnly(List.of("page", "checked", "granted", "measured", "assumed"));
        List<String> ways = Stream.of("page", "granted", "measured", "assumed")
                .filter(source::has)
                .toList();
        if (ways.size() != 1) {
            source.report(
                    FactRules.SOURCE,
                    source.place(),
                    ways.isEmpty() ? "source says nothing" : "source says " + String.join(" and ", ways),
                    "each fact is known in one way",
                    "write one of " + FORMS);
            return Optional.empty();
        }
        String way = ways.get(0);
        Optional<String> text = source.text(way);
        if (way.equals("page")) {
            return text.flatMap(page -> published(source, page));
        }
        if (source.has("checked")) {
            source.report(
                    FactRules.SOURCE,
                    source.placeOf("checked"),
                    "checked stands without a page",
                    "it is the day on which a page was read",
                    "remove it");
        }
        return text.map(word -> switch (way) {
            case "granted" -> new Granted(word);
            case "measured" -> new Measured(word);
            default -> new Assumed(word);
        });
    }

    private static Optional<Evidence> published(Fields source, String page) {
        if (!page.startsWith("https://") || page.contains(" ")) {
            Place place = source.placeOf("page");
            source.report(
                    FactRules.SOURCE,
                    place,
                    "page is '" + page + "', not an https address",
                    "",
                    "write the whole address, beginning with https://");
            return Optional.empty();
        }
        if (!source.has("checked")) {
            source.report(
                    FactRules.SOURCE,
                    source.place(),
                    "a page without the day on which it was checked",
                    "pages change: without the day nobody knows how old this is",
                    "add checked: and the day");
            return Optional.empty();
        }
        Optional<LocalDate> checked = source.date("checked");
        return checked.map(day -> new Published(page, day));
    }
}
