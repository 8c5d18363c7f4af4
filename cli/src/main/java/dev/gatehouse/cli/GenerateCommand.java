package dev.gatehouse.cli;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.report.Generate;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files of one design. */
@Command(
        name = "generate",
        description =
                "Write the AWS and Kubernetes files of one design, a manifest of them and the steps to deploy them.",
        footer = {
            "  gatehouse generate platform.yaml --design nlb-ambassador",
            "  gatehouse generate platform.yaml --design accelerator-alb-nlb-ambassador --out deploy/gateway",
            "  gatehouse generate platform.yaml --design nlb-ambassador --fail-on broken"
        })
final class GenerateCommand implements Verb {
    private static final String NAME = "generate";

    private final Call call;

    @Parameters(paramLabel = "SPEC", description = "the platform spec; - for standard input")
    private String path = "";

    @Option(
            names = "--design",
            paramLabel = "ID",
            required = true,
            completionCandidates = DesignIds.class,
            description = "the design; gatehouse designs lists the five, gatehouse explore every other")
    private String design = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "the folder to write (default: the design's id); what stood there before is replaced, if"
                    + " gatehouse generate wrote it")
    private String out = "";

    @Option(
            names = "--fail-on",
            paramLabel = "STATE",
            description = "write nothing and exit with 1 if the design has a cell that is broken (broken), or anything"
                    + " but kept (conditional)")
    private String failOn = "";

    GenerateCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() {
        FailOn bound = FailOn.of(NAME, failOn);
        LocalDate today = call.around().today();
        List<Design> chosen = DesignIds.chosen(NAME, List.of(design), today);
        Platform platform = Platform.open(call, path);
        if (bound != FailOn.NOTHING) {
            Comparison comparison = platform.compare(chosen, today, today);
            if (!bound.isMetBy(comparison)) {
                call.complain(comparison.designs().get(0).findings());
                call.tell("nothing written: " + comparison.verdict());
                return Status.NO;
            }
        }
        String folder = out.isEmpty() ? design : out;
        Topology topology = platform.located(
                () -> chosen.get(0).realize(platform.spec(), platform.facts().asOf(today)));
        platform.located(() -> Generate.write(
                topology, platform.origin(), call.around().folder().resolve(folder)));
        call.print(platform.located(() -> Generate.files(topology, platform.origin())).keySet().stream()
                .map(file -> Path.of(folder, file) + "\n")
                .collect(Collectors.joining()));
        return Status.DONE;
    }
}
