package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.model.topology.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A fault drill: what each design loses when something breaks under load. */
final class DrilledRun implements Verb {
    private static final List<String> DRILLS =
            List.of("kill-zone", "kill-ingress-pod", "slow-model", "reset-upstream", "reload-routes");

    /** How many times as fast the lab's clock runs: time limits stay far above what a busy machine hesitates. */
    private static final int CLOCK = 10;

    private final Call call;
    private final LoadOptions options;

    DrilledRun(Call call, LoadOptions options) {
        this.call = call;
        this.options = options;
    }

    @Override
    public Status run() throws IOException {
        Choice.of(LoadOptions.NAME, "drill", options.drill(), DRILLS);
        if (options.path().equals("-")) {
            throw LoadOptions.refused("SPEC", "the spec is read by two processes, so it can't be standard input");
        }
        boolean json = options.wantsJson();
        List<Design> designs = DesignIds.chosen(
                LoadOptions.NAME, options.designs(), call.around().today());
        Platform.open(call, options.path());
        Path out = options.out(call).toAbsolutePath();
        List<String> arguments = new ArrayList<>(List.of(
                out.toString(),
                options.path(),
                options.drill(),
                options.engine().word(),
                options.rate().toString(),
                String.valueOf(options.seed()),
                String.valueOf(CLOCK)));
        designs.stream().map(Design::id).forEach(arguments::add);
        GeneratorProcess generator = GeneratorProcess.find(call);
        try (Progress progress = Progress.of(call, LoadOptions.NAME, designs.size())) {
            generator.drill(arguments, progress);
        }
        call.print(Files.readString(out.resolve(json ? "drill.json" : "drill.txt"), UTF_8));
        return Status.DONE;
    }
}
