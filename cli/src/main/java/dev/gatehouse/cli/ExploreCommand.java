package dev.gatehouse.cli;

import dev.gatehouse.model.explore.Exploration;
import dev.gatehouse.report.text.ExploreMarkdown;
import dev.gatehouse.report.text.ExploreText;
import dev.gatehouse.report.write.ExploreJson;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every legal path for a platform, ranked. */
@Command(
        name = "explore",
        description =
                "Rank every legal path for a platform, not only the five designs: by broken promises, unknown ones,"
                        + " conditions of yours, cost, latency, availability and hops. The ids are those that --design takes.",
        footer = {
            "  gatehouse explore examples/platforms/iris.yaml",
            "  gatehouse explore platform.yaml --top 25",
            "  gatehouse explore platform.yaml --as-of 2020-11-19       with the links and facts of that day",
            "  gatehouse explore platform.yaml -o json | jq -r '.front[]'",
            "  gatehouse compare platform.yaml --design nlb-alb-ambassador nlb-ambassador"
        })
final class ExploreCommand implements Verb {
    private static final String NAME = "explore";
    private static final int USUAL_TOP = 10;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final Call call;

    @Parameters(paramLabel = "SPEC", description = "the platform spec; - for standard input")
    private String path = "";

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "show the first N paths of the ranking (default: 10; all in JSON)")
    private String top = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "explore with the links and facts of that day (default: today)")
    private String asOf = "";

    @Option(
            names = Hours.OPTION,
            paramLabel = "N",
            description = "reckon costs with a month of N hours (default: 730; AWS's own examples use 720)")
    private String hours = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text (default), markdown or json")
    private String form = "text";

    ExploreCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() {
        Choice.of(NAME, "form", form, List.of("text", "markdown", "json"));
        int shown = shown();
        LocalDate today = call.around().today();
        LocalDate day = Days.asOf(NAME, asOf, today);
        Platform platform = Platform.open(call, path).withHours(NAME, hours);
        Exploration exploration = platform.located(() -> Exploration.of(platform.spec(), platform.facts(), day, today));
        call.print(
                switch (form) {
                    case "json" -> ExploreJson.of(exploration, shown, platform.origin());
                    case "markdown" -> ExploreMarkdown.of(exploration, shown);
                    default -> ExploreText.of(exploration, shown, call.palette());
                });
        return Status.DONE;
    }

    private int shown() {
        if (top.isEmpty()) {
            return form.equals("json") ? Integer.MAX_VALUE : USUAL_TOP;
        }
        if (!NUMBER.matcher(top).matches()) {
            throw Refusal.of(
                    CallRules.ARGUMENTS,
                    Call.place(NAME),
                    "--top",
                    "'" + top + "' is no number of paths",
                    "write a number from 1 to 9999, like --top 25");
        }
        return Integer.parseInt(top);
    }
}
