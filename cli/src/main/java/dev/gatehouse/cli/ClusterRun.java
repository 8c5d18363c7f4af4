package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.ambassador.apply.Apply;
import dev.gatehouse.ambassador.job.LoadJob;
import dev.gatehouse.measurements.files.ResultFile;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.unit.Durations;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code --on-cluster}: the load test as a Kubernetes Job, written and perhaps applied. */
final class ClusterRun implements Verb {
    /** How long pods wait for their results to be fetched. */
    private static final Duration KEEP = Duration.ofHours(1);

    private final Call call;
    private final LoadOptions options;
    private final ClusterOptions cluster;

    ClusterRun(Call call, LoadOptions options, ClusterOptions cluster) {
        this.call = call;
        this.options = options;
        this.cluster = cluster;
    }

    @Override
    public Status run() throws IOException {
        Map<String, URI> targets = LoadPlan.targets(options);
        if (targets.isEmpty()) {
            throw LoadOptions.refused(
                    "--target",
                    "pods measure live endpoints: name them, such as --target blue=https://blue.example.com");
        }
        targets.values().stream().filter(url -> url.getUserInfo() != null).forEach(url -> {
            throw LoadOptions.refused("--target", "a ConfigMap would show the password in " + url.getHost() + "'s URL");
        });
        if (options.path().equals("-")) {
            throw LoadOptions.refused("SPEC", "the spec goes to the pods as it is, so it can't be standard input");
        }
        Platform platform = Platform.open(call, options.path());
        call.complain(LoadPlan.leftOut(platform, targets));
        Plan plan = LoadPlan.of(options, platform, List.of());
        LoadJob job = platform.located(() -> job(platform, plan, targets));
        write(job);
        if (cluster.isApplied()) {
            apply(job);
        }
        call.tell(cluster.parts() + " pods, " + Durations.format(job.run()) + " of rounds; then sh collect.sh, and"
                + " gatehouse load --merge part-*");
        return Status.DONE;
    }

    private LoadJob job(Platform platform, Plan plan, Map<String, URI> targets) {
        String image = cluster.image();
        String entry = LoadPlan.entry(platform, targets.values().iterator().next());
        LoadCalls calls = new LoadCalls(LoadPlan.asked(platform, true));
        targets.values().stream().distinct().forEach(url -> calls.live(url, entry));
        Machine planner = Machine.here("gatehouse " + BuildVersion.number() + " in " + image, BuildVersion.commit());
        TreeMap<String, String> inputs = new TreeMap<>(Map.of(
                "plan.json",
                ResultFile.text(Measurement.of(plan, List.of(planner), List.of())),
                "spec.yaml",
                new String(new Inputs(call.around()).read(options.path()).bytes(), UTF_8),
                "calls.json",
                CallsJson.text(calls.all())));
        return new LoadJob(
                "gatehouse-load-" + plan.id(),
                cluster.namespace(),
                image,
                cluster.parts(),
                inputs,
                plan.slot().multipliedBy(plan.turns()),
                KEEP);
    }

    private void write(LoadJob job) throws IOException {
        Path out = options.out(call);
        if (Files.isDirectory(out) && !isOurs(out, job)) {
            throw LoadOptions.refused("--out", "folder " + out + " holds something else, which is left alone");
        }
        Files.createDirectories(out);
        for (Map.Entry<String, String> file : job.files().entrySet()) {
            Files.writeString(out.resolve(file.getKey()), file.getValue(), UTF_8);
        }
        job.files().keySet().forEach(name -> call.print(name + "\n"));
    }

    private static boolean isOurs(Path out, LoadJob job) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.allMatch(file -> job.files().containsKey(String.valueOf(file.getFileName())));
        }
    }

    private void apply(LoadJob job) {
        try {
            Apply.to(cluster.context(), job.resources(), resource -> call.tell("applied " + resource));
        } catch (InvalidInputException e) {
            throw new Refusal(Status.FAILED, e.findings());
        }
    }
}
