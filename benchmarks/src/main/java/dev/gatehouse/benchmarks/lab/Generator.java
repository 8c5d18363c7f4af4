package dev.gatehouse.benchmarks.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.model.spec.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final String SPEC = """
            schema: gatehouse/platform/1
            name: one-model
            region: eu-west-1
            entries: { public: { host: models.example.org } }
            models:
              iris:
                service: iris.serving:8080
                path: /v2/models/iris/
                entries: [public]
                answers: { at-most: 1 s }
                load: { average: 10/s, peak: 20/s, request: 1 KB, response: 1 KB }
            """;

    /** Writes the spec that {@link OneModel} serves. */
    static Path spec(Path folder) throws IOException {
        return Files.writeString(folder.resolve("spec.yaml"), SPEC);
    }

    /** What a plan of this generator is about. */
    static Mix mix() {
        return Mix.of(SpecReader.read("spec.yaml", SPEC.getBytes(UTF_8)).spec().orElseThrow());
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
                                                        "models.example.org",
                                                        "x-gatehouse-time",
                                                        time.getValue()),
                                        "contentType", "application/json"))
                                .toList());
        List<String> command = List.of(
                Jvm.java(),
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR",
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.gatehouse.load.LoadProgram",
                run.toString(),
                folder.resolve("spec.yaml").toString(),
                calls.toString());
        try (Child generator = Child.on(Hops.OTHER_CORE, command)) {
            generator.output();
        }
        return runFolder;
    }
}
