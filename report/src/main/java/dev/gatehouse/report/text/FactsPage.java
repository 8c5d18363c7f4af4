package dev.gatehouse.report.text;

import dev.gatehouse.model.fact.Assumed;
import dev.gatehouse.model.fact.Component;
import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Published;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every fact of any day as one page of Markdown: a table for each component. */
public final class FactsPage {
    private FactsPage() {}

    /** The page {@code docs/facts.md}. */
    public static String of(Facts facts) {
        List<Fact> all = facts.everything().toList();
        StringBuilder page = new StringBuilder("# Facts\n\n")
                .append("All that the comparison rests on, generated from the [sheets]")
                .append("(../gateway-model/src/main/resources/dev/gatehouse/model/fact). ")
                .append(
                        "A fact with days holds from the first up to, and without, the second; one without always did, ")
                .append("as far as is known. *Assumed* facts say why; put your own over any of them ")
                .append("(`facts:` in the platform spec). `gatehouse facts` lists them for a day, and filters.\n\n")
                .append(all.size())
                .append(" facts: ")
                .append(counts(all))
                .append(".\n\n");
        facts.kinds()
                .forEach(kind -> page.append("- [")
                        .append(title(facts, kind))
                        .append("](#")
                        .append(kind)
                        .append(")\n"));
        facts.kinds()
                .forEach(kind -> page.append("\n<a id=\"")
                        .append(kind)
                        .append("\"></a>\n\n## ")
                        .append(title(facts, kind))
                        .append(" (`")
                        .append(kind)
                        .append("`)\n\n")
                        .append(table(
                                all.stream()
                                        .filter(fact -> fact.id().kind().equals(kind))
                                        .toList(),
                                false)));
        return page.toString();
    }

    /**
     * Facts as a table, in their order.
     *
     * @param named whether each is named with its component
     */
    public static String table(List<Fact> facts, boolean named) {
        return facts.stream()
                .map(fact -> Stream.of(
                                "`" + (named ? fact.id() : fact.id().id()) + "`",
                                numbers(fact),
                                fact.text(),
                                window(fact),
                                evidence(fact.evidence()))
                        .map(FactsPage::cell)
                        .collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining(
                        "", "| fact | value | what it says | holds | how it is known |\n|---|---|---|---|---|\n", ""));
    }

    /** The numbers of a fact, with what they are per, where they hold and whether they may be changed. */
    public static String numbers(Fact fact) {
        String ends = fact.min()
                .map(min -> fact.max().map(max -> min + " to " + max).orElse("from " + min))
                .orElse("");
        return Stream.of(
                        fact.value().map(Object::toString).orElse("")
                                + fact.per().map(per -> " per " + per).orElse(""),
                        ends.isEmpty() || fact.value().isEmpty() ? ends : "settable " + ends,
                        fact.tierFrom()
                                .map(from -> fact.tierTo()
                                        .map(to -> from + " to " + to)
                                        .orElse("from " + from))
                                .orElse(""),
                        fact.by().map(by -> "by " + by).orElse(""),
                        fact.isAdjustable() ? "adjustable" : "",
                        fact.region().orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String counts(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.evidence().kind())
                .collect(Collectors.groupingBy(kind -> kind, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
    }

    private static String title(Facts facts, String kind) {
        return facts.component(kind).map(Component::title).orElse(kind);
    }

    private static String window(Fact fact) {
        String days = Stream.of(
                        fact.since().map(day -> "since " + day), fact.until().map(day -> "until " + day))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return Stream.of(days, fact.launch().map(launch -> "by " + launch).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String evidence(Evidence evidence) {
        if (evidence instanceof Published published) {
            return "[published](" + published.page() + "), read " + published.checked();
        }
        return evidence instanceof Assumed assumed ? "assumed: " + assumed.why() : evidence.described();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
