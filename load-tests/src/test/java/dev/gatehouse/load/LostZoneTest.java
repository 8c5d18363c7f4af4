package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.Measure;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.HealthCheck;
import dev.gatehouse.model.unit.Quantity;
import dev.gatehouse.model.unit.Rate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code kill-zone} shows of an example platform, held against what the comparison says of a lost zone, design by
 * design: whether anything is lost, who tells the clients, and that all is well again in the time that the cells name.
 */
class LostZoneTest {
    private static final int CLOCK = 40;
    private static final int RATE = 150;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** How late a busy machine may be: 200 ms of its own. */
    private static final Duration LATE = Duration.ofMillis(200).multipliedBy(CLOCK);

    /** The hop that clients are connected to, or that answers for what is gone behind it. */
    private static final Map<String, List<String>> TELLERS = Map.of(
            "apigateway-nlb", List.of("rest-api"),
            "apigateway-nlb-ambassador", List.of("rest-api", "ambassador"),
            "nlb-ambassador", List.of("network-load-balancer", "ambassador"),
            "route53-alb-nlb-ambassador", List.of("application-load-balancer", "ambassador"),
            "accelerator-alb-nlb-ambassador", List.of("application-load-balancer", "ambassador"));

    @TempDir
    private Path folder = Path.of("");

    /** The example, with time limits that a busy machine does not meet on a fast clock. */
    private Path patient() throws IOException {
        Path example = Path.of(System.getProperty("basedir", ""))
                .toAbsolutePath()
                .resolveSibling("examples/platforms/iris.yaml");
        String text = Files.readString(example);
        assertThat(text).contains(", load: {");
        return Files.writeString(
                folder.resolve("iris.yaml"),
                text.replace(", load: {", ", answers: { p99: 200 ms, at-most: 25 s }, load: {"));
    }

    @Test
    void every_design_loses_what_its_cells_say_for_as_long_as_they_say() throws IOException {
        Path file = patient();
        PlatformSpec spec =
                SpecReader.read("iris.yaml", Files.readAllBytes(file)).spec().orElseThrow();
        JsonNode result = drilled(file);

        assertThat(DrillTest.SCHEMA.validate(result.toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(result.path("designs").size()).isEqualTo(DrillTest.DESIGNS.size());
        int scheduled = plan(spec).schedule(spec).arrivals().size();
        for (JsonNode design : result.path("designs").values()) {
            DrillTest.accounted(scheduled, design);
            agrees(spec, design);
        }
    }

    private static void agrees(PlatformSpec spec, JsonNode shown) {
        Design design = Designs.of(shown.path("id").asString()).orElseThrow();
        Map<HopKind, Duration> cells = cells(spec, design);
        Hop edge = design.realize(spec, Facts.bundled())
                .path(spec.entries().get(0))
                .onPath()
                .get(0);

        assertThat(cells).as(design.id()).containsKey(HopKind.MODEL_SERVICE);
        assertThat(shown.path("recovery").isNull())
                .as("the cells say that something is gone: " + shown)
                .isFalse();
        assertThat(tellers(shown)).as(shown.toString()).containsAll(TELLERS.getOrDefault(design.id(), List.of()));

        boolean byName = cells.containsKey(edge.kind());
        Duration least = HealthCheck.NOTICED_AFTER.dividedBy(2);
        Duration most = HealthCheck.NOTICED_AFTER;
        if (design.has(HopKind.AMBASSADOR)) {
            least = HealthCheck.NOTICED_AFTER;
            most = cells.getOrDefault(HopKind.MODEL_SERVICE, Duration.ZERO);
        }
        if (byName) {
            Duration kept = cells.getOrDefault(edge.kind(), Duration.ZERO);
            least = HealthCheck.NOTICED_AFTER.plus(kept.dividedBy(2));
            most = HealthCheck.NOTICED_AFTER.plus(kept);
        }
        Duration recovery = Duration.ofMillis(
                shown.path("recovery").decimalValue().movePointRight(3).longValue());
        assertThat(recovery).as(shown.toString()).isBetween(least, most.plus(LATE));
    }

    /** What the comparison's row on a lost zone says of each hop that loses something, as the time that it names. */
    private static Map<HopKind, Duration> cells(PlatformSpec spec, Design design) {
        Map<HopKind, Duration> cells = new TreeMap<>();
        List<Measure> measures = Comparison.of(spec, Facts.bundled(), List.of(design), TODAY, TODAY)
                .design(design.id())
                .orElseThrow()
                .measures();
        for (Measure measure : measures) {
            if (measure.id().equals("lost-zone")) {
                measure.facts().stream()
                        .flatMap(fact -> fact.value().stream())
                        .map(Quantity::toDuration)
                        .forEach(time -> cells.put(measure.hop().orElseThrow(), time));
            }
        }
        return cells;
    }

    @Test
    void a_cell_that_names_a_time_says_it_and_pods_are_left_out_when_generated_checks_have_failed() {
        for (HopKind hop : List.of(
                HopKind.NETWORK_LOAD_BALANCER,
                HopKind.APPLICATION_LOAD_BALANCER,
                HopKind.AMBASSADOR,
                HopKind.MODEL_SERVICE)) {
            Fact cell = Facts.bundled().find(hop.id(), "lost-zone").orElseThrow();

            assertThat(cell.text()).contains(cell.value().orElseThrow().toString());
        }
        assertThat(Facts.bundled().find("ambassador", "lost-zone").flatMap(Fact::value))
                .map(Quantity::toDuration)
                .contains(HealthCheck.NOTICED_AFTER);
    }

    private static List<String> tellers(JsonNode design) {
        List<String> hops = new ArrayList<>();
        design.path("failures").propertyNames().forEach(name -> hops.add(name.substring(name.indexOf('@') + 1)));
        return hops;
    }

    private static DrillPlan plan(PlatformSpec spec) {
        return new DrillPlan(
                Drill.KILL_ZONE,
                Engine.EMBEDDED,
                Rate.ofPerSecond(RATE),
                1,
                Pace.times(CLOCK),
                DrillSteps.of(Drill.KILL_ZONE, Facts.bundled(), spec.region()));
    }

    private JsonNode drilled(Path file) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                folder.resolve("out").toString(),
                file.toString(),
                "kill-zone",
                "embedded",
                RATE + "/s",
                "1",
                String.valueOf(CLOCK)));
        arguments.addAll(DrillTest.DESIGNS);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(DrillProgram.run(arguments, new PrintStream(said, true, UTF_8)))
                .as(said.toString(UTF_8))
                .isZero();
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("out/drill.json")));
    }
}
