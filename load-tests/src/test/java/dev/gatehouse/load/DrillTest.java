package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.testing.SmallSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every drill × the study's five designs; a lost zone has {@link LostZoneTest}. Faults of hops and resets run on a
 * clock 25 times as fast; what time limits decide on one 10 times as fast: there two neighbours' limits are 100 ms
 * apart, and the shortest is a second.
 */
class DrillTest {
    private static final SmallSpec SPEC = SmallSpec.iris()
            .with("region: eu-west-1", "region: eu-west-1\nzones: 3")
            .with(SmallSpec.ANSWERS, "answers: { p99: 200 ms, at-most: 10 s }")
            .and("    retry: { on: connect-failure, times: 1 }\n");

    static final List<String> DESIGNS = List.of(
            "apigateway-nlb",
            "apigateway-nlb-ambassador",
            "nlb-ambassador",
            "route53-alb-nlb-ambassador",
            "accelerator-alb-nlb-ambassador");

    private static final int RATE = 150;

    /** The hop that clients hear of it from, where the balancers' targets die. */
    private static final Map<String, String> IN_FRONT = Map.of(
            "apigateway-nlb", "rest-api",
            "apigateway-nlb-ambassador", "rest-api",
            "nlb-ambassador", "network-load-balancer",
            "route53-alb-nlb-ambassador", "application-load-balancer",
            "accelerator-alb-nlb-ambassador", "application-load-balancer");

    static final Schema SCHEMA = schema();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Drill.class, mode = EnumSource.Mode.EXCLUDE, names = "KILL_ZONE")
    void every_design_loses_what_the_drill_takes_from_it_and_nothing_is_unaccounted_for(Drill drill)
            throws IOException {
        Set<String> threads = threads();
        Path spec = SPEC.writeTo(folder.resolve("platform.yaml"));

        int status = run(spec, drill.word());

        assertThat(status).isZero();
        assertThat(threads()).isSubsetOf(threads);
        JsonNode result = JsonMapper.shared().readTree(Files.readString(folder.resolve("out/drill.json")));
        assertThat(SCHEMA.validate(result.toString(), InputFormat.JSON)).isEmpty();
        assertThat(result.path("designs").values().stream()
                        .map(design -> design.path("id").asString()))
                .containsExactlyElementsOf(DESIGNS);
        for (JsonNode design : result.path("designs").values()) {
            if (design.path("impossible").isNull()) {
                accounted(plan(drill).schedule(spec()).arrivals().size(), design);
                lost(drill, design);
            } else {
                assertThat(design.path("id").asString()).isEqualTo("apigateway-nlb");
                assertThat(drill).isIn(Drill.KILL_INGRESS_POD, Drill.RELOAD_ROUTES);
                assertThat(design.path("impossible").asString()).isEqualTo("no ingress on this path");
                assertThat(design.path("sent").asInt()).isZero();
            }
        }
        assertThat(Files.readString(folder.resolve("out/drill.txt"), UTF_8))
                .contains("drill " + drill.word())
                .contains("not AWS")
                .contains("runs " + clock(drill) + " times as fast");
    }

    /** Everything of the schedule was sent, and has an outcome. */
    static void accounted(int scheduled, JsonNode design) {
        assertThat(design.path("notCarried").isEmpty()).as(design.toString()).isTrue();
        assertThat(design.path("sent").asInt()).as(design.toString()).isEqualTo(scheduled);
        assertThat(design.path("ok").asInt()
                        + design.path("failed").asInt()
                        + design.path("timedOut").asInt())
                .isEqualTo(scheduled);
        int byKind = design.path("failures").values().stream()
                .mapToInt(JsonNode::asInt)
                .sum();
        assertThat(byKind).isEqualTo(design.path("failed").asInt());
        assertThat(design.path("ok").asInt()).as(design.toString()).isPositive();
    }

    private static void lost(Drill drill, JsonNode design) {
        String id = design.path("id").asString();
        List<String> hops = hops(design);
        if (drill == Drill.RELOAD_ROUTES) {
            assertThat(design.path("failures").isEmpty()).as(design.toString()).isTrue();
            assertThat(design.path("timedOut").asInt()).as(design.toString()).isZero();
            assertThat(design.path("recovery").isNull()).as(design.toString()).isTrue();
            return;
        }
        assertThat(design.path("recovery").isNull()).as(design.toString()).isFalse();
        String teller = switch (drill) {
            case KILL_INGRESS_POD, KILL_ZONE -> IN_FRONT.getOrDefault(id, "");
            case SLOW_MODEL -> cutsFirst(id);
            case RESET_UPSTREAM, RELOAD_ROUTES -> id.equals("apigateway-nlb") ? "rest-api" : "ambassador";
        };
        assertThat(hops).as(design.toString()).contains(teller);
        if (drill == Drill.SLOW_MODEL) {
            assertThat(hops).as(design.toString()).containsOnly(teller);
        }
        if (drill == Drill.KILL_INGRESS_POD) {
            assertThat(design.path("hops").has("network-load-balancer"))
                    .as(design.toString())
                    .isTrue();
        }
    }

    /** The hop with the shortest limit for a whole answer, as the comparison has it. */
    private static String cutsFirst(String design) {
        PlatformSpec spec = spec();
        return Designs.of(design).orElseThrow().realize(spec, Facts.bundled()).seam().ladder("iris").stream()
                .flatMap(ladder -> ladder.rungs().stream())
                .filter(rung -> rung.total().isPresent())
                .min(Comparator.comparing(rung -> rung.total().orElseThrow()))
                .map(rung -> rung.hop().id())
                .orElseThrow();
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            Files.readString(Path.of(System.getProperty("basedir", ""))
                                    .toAbsolutePath()
                                    .resolveSibling("docs/schema/drill-1.schema.json")),
                            InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int clock(Drill drill) {
        return switch (drill) {
            case SLOW_MODEL, RELOAD_ROUTES -> 10;
            case KILL_ZONE, KILL_INGRESS_POD, RESET_UPSTREAM -> 25;
        };
    }

    private static PlatformSpec spec() {
        return SPEC.spec();
    }

    private static List<String> hops(JsonNode design) {
        List<String> hops = new ArrayList<>();
        design.path("failures").propertyNames().forEach(name -> hops.add(name.substring(name.indexOf('@') + 1)));
        return hops;
    }

    @Test
    void retries_multiply_what_arrives_at_a_model_that_resets() throws IOException {
        Path spec = SPEC.with("on: connect-failure, times: 1", "on: 5xx, times: 2")
                .writeTo(folder.resolve("platform.yaml"));

        assertThat(run(spec, "reset-upstream", List.of("nlb-ambassador"))).isZero();

        JsonNode result = JsonMapper.shared().readTree(Files.readString(folder.resolve("out/drill.json")));
        JsonNode retried = result.path("designs").get(0);
        assertThat(retried.path("atModels").asInt())
                .as(retried.toString())
                .isGreaterThan(
                        retried.path("sent").asInt() + retried.path("failed").asInt());
    }

    @Test
    void streams_that_a_fault_cuts_are_failures_of_their_own_kind() throws IOException {
        SmallSpec streaming = SPEC.and("""
                  chat:
                    service: chat.serving:8080
                    path: /v1/chat/
                    entries: [public]
                    stream: { first-token: 5 s, longest-gap: 30 s, at-most: 2 min }
                    load: { average: 10/s, peak: 20/s, request: 1 KB, response: 1 KB }
                """);
        Path spec = streaming.writeTo(folder.resolve("platform.yaml"));

        assertThat(run(spec, "kill-ingress-pod", List.of("nlb-ambassador"))).isZero();

        JsonNode result = JsonMapper.shared().readTree(Files.readString(folder.resolve("out/drill.json")));
        JsonNode design = result.path("designs").get(0);
        int cut = design.path("failures").path("cut@network-load-balancer").asInt();
        assertThat(design.path("notCarried").isEmpty()).as(design.toString()).isTrue();
        assertThat(cut).as(design.toString()).isBetween(1, design.path("failed").asInt() - 1);
        assertThat(design.path("ok").asInt())
                .as(design.toString())
                .isGreaterThan(design.path("sent").asInt() / 2);
        DrillTest.accounted(design.path("sent").asInt(), design);
    }

    @Test
    void a_call_that_is_none_is_refused() throws IOException {
        Path spec = SPEC.writeTo(folder.resolve("platform.yaml"));

        assertThat(run(spec, "kill-everything")).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void facts_with_errors_are_not_left_out() throws IOException {
        Path spec = SPEC.with("region: eu-west-1", "facts: [own.yaml]\nregion: eu-west-1")
                .writeTo(folder.resolve("platform.yaml"));
        Files.writeString(folder.resolve("own.yaml"), "nonsense");
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        assertThat(run(spec, "slow-model", DESIGNS, new PrintStream(said, true, UTF_8)))
                .isEqualTo(2);
        assertThat(said.toString(UTF_8)).isEqualTo("can't be understood: facts own.yaml have errors\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_pod_of_the_ingress_is_one_of_two_in_each_zone() {
        assertThat(Drill.KILL_INGRESS_POD.pods()).isEqualTo(2);
        assertThat(Drill.KILL_ZONE.pods()).isEqualTo(1);
    }

    /** By hand: 5 s, checks 2 × 10 s later; Kubernetes 50 s after the fault; a name kept 60 s after the checks. */
    @Test
    void a_lost_zone_is_found_by_checks_then_by_kubernetes_then_by_those_who_kept_a_name() {
        DrillSteps steps = DrillSteps.of(Drill.KILL_ZONE, Facts.bundled(), "eu-west-1");

        assertThat(steps.all()).extracting(step -> step.at().toSeconds()).containsExactly(5L, 25L, 55L, 85L);
        assertThat(steps.last()).hasSeconds(95);
    }

    @Test
    void only_what_has_an_ingress_loses_one() {
        List<Design> without = Designs.all().stream()
                .filter(design -> Drill.RELOAD_ROUTES.impossible(design).isPresent())
                .toList();

        assertThat(without).isNotEmpty().noneMatch(design -> design.id().contains("ambassador"));
        assertThat(Designs.all())
                .allMatch(design -> Drill.SLOW_MODEL.impossible(design).isEmpty());
    }

    private static DrillPlan plan(Drill drill) {
        return new DrillPlan(
                drill,
                Engine.EMBEDDED,
                Rate.ofPerSecond(RATE),
                1,
                Pace.times(clock(drill)),
                DrillSteps.of(drill, Facts.bundled(), spec().region()));
    }

    private int run(Path spec, String drill) {
        return run(spec, drill, DESIGNS);
    }

    private int run(Path spec, String drill, List<String> designs) {
        return run(spec, drill, designs, new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    }

    private int run(Path spec, String drill, List<String> designs, PrintStream said) {
        List<String> arguments = new ArrayList<>(List.of(
                folder.resolve("out").toString(),
                spec.toString(),
                drill,
                "embedded",
                RATE + "/s",
                "1",
                String.valueOf(Drill.ofWord(drill).map(DrillTest::clock).orElse(25))));
        arguments.addAll(designs);
        return DrillProgram.run(arguments, said);
    }

    private static Set<String> threads() {
        return Stream.of(Thread.getAllStackTraces().keySet())
                .flatMap(Set::stream)
                .map(Thread::getName)
                .filter(name -> name.startsWith("gatehouse"))
                .collect(Collectors.toSet());
    }
}
