package dev.gatehouse.cli;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Published;
import dev.gatehouse.model.fact.Section;
import dev.gatehouse.report.text.FactsPage;
import dev.gatehouse.report.write.FactsJson;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists facts with their evidence. */
@Command(
        name = "facts",
        description = "List every fact that the comparison rests on, with how it is known.",
        footer = {
            "  gatehouse facts --kind network-load-balancer",
            "  gatehouse facts --section prices --region eu-west-1",
            "  gatehouse facts --evidence assumed --search timeout",
            "  gatehouse facts --older-than 180d              pages that nobody has read for half a year",
            "  gatehouse facts --as-of 2020-11-19             what held on that day",
            "  gatehouse facts -o json | jq '.facts[] | select(.evidence.kind == \"assumed\")'"
        })
final class FactsCommand implements Verb {
    private static final String NAME = "facts";
    private static final List<String> SECTIONS =
            Arrays.stream(Section.values()).map(Section::key).toList();
    private static final List<String> EVIDENCE =
            Arrays.stream(Evidence.Kind.values()).map(Evidence.Kind::word).toList();

    private final Call call;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "only facts of these components, such as rest-api (default: all)")
    private List<String> kinds = List.of();

    @Option(
            names = "--section",
            paramLabel = "SECTION",
            split = ",",
            description = "only facts of these sections of a sheet, such as limits or prices (default: all)")
    private List<String> sections = List.of();

    @Option(
            names = "--evidence",
            paramLabel = "KIND",
            split = ",",
            description = "only facts that are published, granted, measured or assumed (default: all)")
    private List<String> evidence = List.of();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "only facts that hold in that region: its own, and those for every region")
    private String region = "";

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "only facts whose name, sentence or evidence has that text, in any case")
    private String search = "";

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
        sections.forEach(section -> Choice.of(NAME, "section", section, SECTIONS));
        evidence.forEach(kind -> Choice.of(NAME, "evidence", kind, EVIDENCE));
        LocalDate since =
                olderThan.isEmpty() ? LocalDate.MAX : today.minusDays(Days.age(NAME, "--older-than", olderThan));
        List<Fact> chosen = facts.all().stream()
                .filter(fact -> kinds.isEmpty() || kinds.contains(fact.id().kind()))
                .filter(fact ->
                        sections.isEmpty() || sections.contains(fact.section().key()))
                .filter(fact -> evidence.isEmpty()
                        || evidence.contains(fact.evidence().kind().word()))
                .filter(fact -> region.isEmpty() || fact.region().orElse(region).equals(region))
                .filter(this::hasText)
                .filter(fact -> olderThan.isEmpty() || wasReadBefore(fact, since))
                .toList();
        call.print(
                switch (form) {
                    case "json" -> FactsJson.of(chosen, day);
                    case "markdown" -> FactsPage.table(chosen, true);
                    default -> FactsText.of(facts, chosen, call.paint());
                });
        return Status.DONE;
    }

    private boolean hasText(Fact fact) {
        String all = fact.id() + "\n" + fact.text() + "\n" + fact.evidence().described();
        return all.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }

    private static boolean wasReadBefore(Fact fact, LocalDate day) {
        return fact.evidence() instanceof Published published
                && published.checked().isBefore(day);
    }
}
