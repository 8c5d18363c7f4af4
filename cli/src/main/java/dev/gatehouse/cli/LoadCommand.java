package dev.gatehouse.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Load tests: which kind is wanted, each a class of its own. */
@Command(
        name = LoadOptions.NAME,
        description = "Measure designs side by side under the platform's load, in the lab or at live endpoints, and say"
                + " which is faster, slower, equal within delta, or that nobody can tell.",
        footer = {
            "  gatehouse load platform.yaml --rounds 14 --rate 200 --duration 10s",
            "  gatehouse load platform.yaml --design nlb-ambassador apigateway-nlb --delta '5 %%'",
            "  gatehouse load platform.yaml --target blue=https://blue.example.com",
            "  gatehouse load platform.yaml --check bounds.yaml --out results",
            "  gatehouse load platform.yaml --target blue=https://blue.example.com --on-cluster --parts 3 --image"
                    + " registry.example.com/gatehouse-load:1",
            "  gatehouse load platform.yaml --drill kill-zone --out drills",
            "  gatehouse load --merge results-1 results-2 --out results"
        })
final class LoadCommand implements Verb {
    private final Call call;

    @Mixin
    private LoadOptions options = new LoadOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    LoadCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() throws IOException {
        return mode().run();
    }

    private Verb mode() {
        cluster.check(options);
        return switch (LoadMode.of(options.given())) {
            case JOB -> new ClusterRun(call, options, cluster);
            case DRILL -> new DrilledRun(call, options);
            case MERGE -> new MergedRun(call, options);
            case LAB, LIVE -> new MeasuredRun(call, options);
        };
    }
}
