package dev.gatehouse.cli;

import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.report.Report;
import dev.gatehouse.report.text.SummaryText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One folder with everything for every design. */
@Command(
        name = "report",
        description = "Write one folder with everything: the comparison, a decision record, and for each design a"
                + " diagram, a guide and the AWS and Kubernetes files.",
        footer = {
            "  gatehouse report examples/platforms/risk-models.yaml",
            "  gatehouse report platform.yaml --out /tmp/gateway --open",
            "  gatehouse report platform.yaml --design nlb-ambassador accelerator-alb-nlb-ambassador"
        })
final class ReportCommand implements Verb {
    private static final String NAME = "report";

    private final Call call;

    @Parameters(paramLabel = "SPEC", description = "the platform spec; - for standard input")
    private String path = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "the folder to write (default: gatehouse-report); what stood there before is replaced at the"
                    + " end, if gatehouse report wrote it")
    private String out = "gatehouse-report";

    @Option(
            names = "--design",
            paramLabel = "ID",
            parameterConsumer = DesignIds.Taken.class,
            completionCandidates = DesignIds.class,
            description = "report only these designs (default: all five)")
    private List<String> designs = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "compare with the facts of that day (default: today); generated files rest on today's")
    private String asOf = "";

    @Option(
            names = Hours.OPTION,
            paramLabel = "N",
            description = "reckon costs with a month of N hours (default: 730; AWS's own examples use 720)")
    private String hours = "";

    @Option(
            names = "--fail-on",
            paramLabel = "STATE",
            description =
                    "exit with 1 if a design has a cell that is broken (broken), or anything but kept (conditional)")
    private String failOn = "";

    @Option(
            names = "--results",
            paramLabel = "FILE",
            parameterConsumer = ResultFiles.Taken.class,
            description = "results of load tests of this spec (result.json) to show beside the comparison")
    private List<String> results = List.of();

    @Option(names = "--open", description = "open the report in the browser")
    private boolean open;

    ReportCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() {
        FailOn bound = FailOn.of(NAME, failOn);
        LocalDate today = call.around().today();
        LocalDate day = Days.asOf(NAME, asOf, today);
        List<Design> chosen = DesignIds.chosen(NAME, designs, day);
        Platform platform = Platform.open(call, path).withHours(NAME, hours);
        Comparison comparison = platform.compare(chosen, day, today);
        Map<String, Measurement> measured = ResultFiles.read(call, results);
        Path folder = call.around().folder().resolve(out);
        try (Progress progress = Progress.of(call, NAME, chosen.size() + 2)) {
            platform.located(() -> Report.of(comparison, platform.facts().asOf(today), platform.origin())
                    .withFindings(platform.findings())
                    .withResults(measured)
                    .withProgress(progress)
                    .write(folder));
        }
        call.print(SummaryText.of(comparison, call.palette()) + "\nwrote " + Path.of(out, "index.html") + "\n");
        if (open) {
            Browser.open(folder.resolve("index.html"));
        }
        return bound.isMetBy(comparison) ? Status.DONE : Status.NO;
    }
}
