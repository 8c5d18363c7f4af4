package dev.gatehouse.cli;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.report.text.ComparisonMarkdown;
import dev.gatehouse.report.text.ComparisonText;
import dev.gatehouse.report.text.ExplainMarkdown;
import dev.gatehouse.report.text.ExplainText;
import dev.gatehouse.report.view.Explained;
import dev.gatehouse.report.write.ComparisonJson;
import dev.gatehouse.report.write.ExplainedJson;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The designs side by side for one platform. */
@Command(
        name = "compare",
        description = "Compare the designs for a platform: what each keeps, on whose conditions, and what it breaks.",
        footer = {
            "  gatehouse compare examples/platforms/iris.yaml",
            "  gatehouse compare platform.yaml --design nlb-ambassador apigateway-nlb",
            "  gatehouse compare platform.yaml --as-of 2020-11-19               with the facts of that day",
            "  gatehouse compare platform.yaml --explain web-firewall/nlb-ambassador",
            "  gatehouse compare platform.yaml --explain cost/nlb-ambassador -o markdown",
            "  gatehouse compare platform.yaml --fail-on broken -o json > comparison.json"
        })
final class CompareCommand implements Verb {
    private static final String NAME = "compare";

    private final Call call;

    @Parameters(paramLabel = "SPEC", description = "the platform spec; - for standard input")
    private String path = "";

    @Option(
            names = "--design",
            paramLabel = "ID",
            parameterConsumer = DesignIds.Taken.class,
            completionCandidates = DesignIds.class,
            description = "compare only these designs (default: all five)")
    private List<String> designs = List.of();

    @Option(names = "--as-of", paramLabel = "DATE", description = "compare with the facts of that day (default: today)")
    private String asOf = "";

    @Option(
            names = "--explain",
            paramLabel = "ROW/DESIGN",
            description =
                    "open one row of one design down to each fact, page and date, instead of comparing all: a promise,"
                            + " cost, latency, availability, limits, measures, or one limit or measure")
    private String explain = "";

    @Option(
            names = Hours.OPTION,
            paramLabel = "N",
            description = "reckon costs with a month of N hours (default: 730; AWS's own examples use 720)")
    private String hours = "";

    @Option(
            names = "--fail-on",
            paramLabel = "STATE",
            description =
                    "exit with 1 if a design has a cell that is broken (broken, without those that are waived), or"
                            + " anything but kept (conditional)")
    private String failOn = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text (default), markdown or json")
    private String form = "text";

    CompareCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() {
        FailOn bound = FailOn.of(NAME, failOn);
        Choice.of(NAME, "form", form, List.of("text", "markdown", "json"));
        LocalDate today = call.around().today();
        LocalDate day = Days.asOf(NAME, asOf, today);
        var chosen = DesignIds.chosen(NAME, designs, day);
        Platform platform = Platform.open(call, path).withHours(NAME, hours);
        Comparison comparison = platform.compare(chosen, day, today);
        if (explain.isEmpty()) {
            call.print(
                    switch (form) {
                        case "json" -> ComparisonJson.of(comparison, platform.origin());
                        case "markdown" -> ComparisonMarkdown.of(comparison);
                        default -> ComparisonText.of(comparison, call.palette());
                    });
        } else {
            Explained explained = explained(comparison);
            call.print(
                    switch (form) {
                        case "json" -> ExplainedJson.of(explained, platform.origin());
                        case "markdown" -> ExplainMarkdown.of(explained);
                        default -> ExplainText.of(explained, call.palette());
                    });
        }
        return bound.isMetBy(comparison) ? Status.DONE : Status.NO;
    }

    private Explained explained(Comparison comparison) {
        int slash = explain.indexOf('/');
        String row = slash < 0 ? explain : explain.substring(0, slash);
        String design = slash < 0 ? "" : explain.substring(slash + 1);
        Choice.of(NAME, "row", row, Explained.rows(comparison));
        Choice.of(
                NAME,
                "design",
                design,
                Stream.concat(
                                Designs.ids().stream(),
                                comparison.designs().stream()
                                        .map(each -> each.design().id()))
                        .distinct()
                        .toList());
        return Explained.of(comparison, row, design)
                .orElseThrow(() -> Refusal.of(
                        CallRules.UNKNOWN_WORD,
                        Call.place(NAME),
                        "--explain",
                        design + " is not among the designs compared, or has no row " + row,
                        "leave out --design, or name it there too"));
    }
}
