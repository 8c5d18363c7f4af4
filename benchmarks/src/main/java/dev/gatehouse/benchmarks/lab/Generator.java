package dev.gatehouse.benchmarks.lab;

import dev.gatehouse.ambassador.job.GeneratorJvm;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.schedule.Mix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The load tests' generator in a process of its own, asking {@link OneModel}, which answers each contestant after the
 * time that it asks for.
 *
 * @param folder for what it reads and writes
 * @param url of the model
 */
record Generator(Path folder, String url) {
    /** The example that {@link OneModel} serves; the scripts run in the root of the project. */
    static final Path SPEC = Path.of("examples/platforms/iris.yaml");

    /** What a plan of this generator is about. */
    static Mix mix() throws IOException {
        return Mix.of(OneModel.read(SPEC));
    }

    /**
     * Runs a plan to its end.
     *
     * @param name of the run's folder
     * @param times how long the model is to take, by the contestant's subject
     */
    RunFolder run(String name, Plan plan, Map<String, String> times) throws IOException {
        Path run = folder.resolve(name);
        RunFolder runFolder = RunFolder.open(run, plan, Machine.here("benchmarks", "unknown"));
        Path calls = folder.resolve("calls.json");
        JsonMapper.shared()
                .writeValue(
                        calls,
                        times.entrySet().stream()
                                .map(time -> Map.of(
                                        "contestant", time.getKey(),
                                        "entry", "public",
                                        "model", "iris",
                                        "method", "POST",
                                        "url", url,
                                        "address", "",
                                        "headers",
                                                Map.of(
                                                        "host",
                                                        "models.example.com",
                                                        "x-gatehouse-time",
                                                        time.getValue()),
                                        "contentType", "application/json",
                                        "protocol", "http",
                                        "edge", "unknown"))
                                .toList());
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(GeneratorJvm.OPTIONS);
        command.addAll(List.of(
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.gatehouse.load.LoadProgram",
                run.toString(),
                SPEC.toString(),
                calls.toString()));
        try (Child generator = Child.on(Cores.ALL, command)) {
            generator.output();
        }
        return runFolder;
    }
}
