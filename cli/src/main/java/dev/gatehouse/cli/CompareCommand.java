package dev.gatehouse.cli;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.report.text.ComparisonMarkdown;
import dev.gatehouse.report.text.ComparisonText;
import dev.gatehouse.report.text.ExplainText;
import dev.gatehouse.report.write.ComparisonJson;
import java.time.LocalDate;
import java.util.List;
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
            description = "explain one row of one design to its last fact, instead of comparing all")
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
        var chosen = DesignIds.chosen(NAME, designs);
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
            call.print(explained(comparison));
        }
        return bound.isMetBy(comparison) ? Status.DONE : Status.NO;
    }

    private String explained(Comparison comparison) {
        int slash = explain.indexOf('/');
        String row = slash < 0 ? explain : explain.substring(0, slash);
        String design = slash < 0 ? "" : explain.substring(slash + 1);
        Choice.of(NAME, "row", row, comparison.rows());
        Choice.of(NAME, "design", design, Designs.ids());
        return ExplainText.of(comparison, row, design, call.palette())
                .orElseThrow(() -> Refusal.of(
                        CallRules.UNKNOWN_WORD,
                        Call.place(NAME),
                        "--explain",
                        design + " is not among the designs compared, or has no row " + row,
                        "leave out --design, or name it there too"));
    }
}
