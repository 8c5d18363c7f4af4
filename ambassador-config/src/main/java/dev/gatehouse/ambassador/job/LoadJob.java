package dev.gatehouse.ambassador.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.ambassador.write.YamlText;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A load test whose requests are sent by several pods.
 *
 * <pre>{@code
 * LoadJob job = new LoadJob("gatehouse-load-4f2a", "load", "registry.example.com/gatehouse-load:1", 3, inputs, run, keep);
 * job.files().forEach((name, text) -> Files.writeString(folder.resolve(name), text));
 * }</pre>
 *
 * @param name of everything in the cluster
 * @param namespace that it goes into; it must exist
 * @param image with Java 17, the jars of the load generator in {@code /opt/gatehouse/lib}, and {@code tar}
 * @param parts how many pods share the schedule, from 1
 * @param inputs {@code plan.json}, {@code spec.yaml} and {@code calls.json}: no secrets, a ConfigMap shows them
 * @param run how long the rounds take
 * @param keep how long a pod stays for somebody to fetch its results
 */
public record LoadJob(
        String name,
        String namespace,
        String image,
        int parts,
        SortedMap<String, String> inputs,
        Duration run,
        Duration keep) {
    /** A part's results are in the folder {@code part-N} below this one. */
    public static final String RESULTS = "/results";

    /** The container that sends; a cluster may put others beside it. */
    public static final String GENERATOR = "generator";

    private static final RuleId TOO_LARGE = new RuleId("GH-588");
    private static final int MOST_BYTES = 1_048_576;

    /**
     * Copies the inputs.
     *
     * @throws IllegalArgumentException if there is no part
     * @throws InvalidInputException with GH-588 if the inputs are more than a ConfigMap holds
     */
    public LoadJob {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        if (parts < 1) {
            throw new IllegalArgumentException("a schedule has a part at least, not " + parts);
        }
        long bytes = inputs.entrySet().stream()
                .mapToLong(file -> file.getKey().length() + file.getValue().getBytes(UTF_8).length)
                .sum();
        if (bytes > MOST_BYTES) {
            throw new InvalidInputException(List.of(new Finding(
                    TOO_LARGE,
                    Severity.ERROR,
                    Place.ofBuilder(),
                    name,
                    "plan, spec and calls have " + bytes + " bytes, and a ConfigMap holds " + MOST_BYTES,
                    "the pods read them from a ConfigMap",
                    "measure fewer models or endpoints in one run")));
        }
    }

    /** Everything, in the order in which a cluster takes it. */
    public List<HasMetadata> resources() {
        return Stream.of(Access.of(this), Inputs.of(this), Pods.of(this))
                .flatMap(List::stream)
                .map(Commented::resource)
                .toList();
    }

    /** Text by file name: the resources, and a script that fetches the results of all parts. */
    public SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("10-access.yaml", YamlText.of("Who the pods are, and what they may see", Access.of(this)));
        files.put("20-inputs.yaml", YamlText.of("What is to be measured: the same for every part", Inputs.of(this)));
        files.put("30-job.yaml", YamlText.of("The generators: each pod sends one part of the schedule", Pods.of(this)));
        files.put("collect.sh", CollectScript.of(this));
        return files;
    }
}
