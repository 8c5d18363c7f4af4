package dev.gatehouse.cli;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Published;
import dev.gatehouse.report.write.FactsJson;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists facts with their evidence. */
@Command(
        name = "facts",
        description = "List every fact that the comparison rests on, with how it is known.",
        footer = {
            "  gatehouse facts --kind network-load-balancer",
            "  gatehouse facts --older-than 180d              pages that nobody has read for half a year",
            "  gatehouse facts --as-of 2020-11-19             what held on that day",
            "  gatehouse facts -o json | jq '.facts[] | select(.evidence.kind == \"assumed\")'"
        })
final class FactsCommand implements Verb {
    private static final String NAME = "facts";

    private final Call call;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "only facts of these components, such as rest-api (default: all)")
    private List<String> kinds = List.of();

    @Option(
            names = "--older-than",
            paramLabel = "DAYS",
            description = "only published facts whose page was last read longer ago, such as 180d")
    private String olderThan = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "the facts that hold on that day (default: today)")
    private String asOf = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text (default), markdown or json")
    private String form = "text";

    FactsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() {
        Choice.of(NAME, "form", form, List.of("text", "markdown", "json"));
        LocalDate today = call.around().today();
        LocalDate day = Days.asOf(NAME, asOf, today);
        Facts facts = Facts.bundled().asOf(day);
        List<String> known = List.copyOf(facts.kinds());
        kinds.forEach(kind -> Choice.of(NAME, "kind", kind, known));
        LocalDate since =
                olderThan.isEmpty() ? LocalDate.MAX : today.minusDays(Days.age(NAME, "--older-than", olderThan));
        List<Fact> chosen = facts.all().stream()
                .filter(fact -> kinds.isEmpty() || kinds.contains(fact.id().kind()))
                .filter(fact -> olderThan.isEmpty() || wasReadBefore(fact, since))
                .toList();
        call.print(
                switch (form) {
                    case "json" -> FactsJson.of(chosen, day);
                    case "markdown" -> FactsText.markdown(chosen);
                    default -> FactsText.of(facts, chosen, call.paint());
                });
        return Status.DONE;
    }

    private static boolean wasReadBefore(Fact fact, LocalDate day) {
        return fact.evidence() instanceof Published published
                && published.checked().isBefore(day);
    }
}
