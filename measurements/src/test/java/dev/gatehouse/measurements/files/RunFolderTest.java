package dev.gatehouse.measurements.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.plan.PlanBuilder;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.RoundFigures;
import dev.gatehouse.measurements.result.Scheduling;
import dev.gatehouse.measurements.result.Simulation;
import dev.gatehouse.measurements.result.Standing;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
    static final Machine MACHINE = new Machine("gatehouse 0.1.0", "abc", "17.0.15", "cpu", 2, "Linux");

    @TempDir
    private Path folder;

    @Test
    void the_plan_is_written_before_the_first_round() throws IOException {
        Plan plan = plan().build(mix());

        RunFolder.open(folder, plan, MACHINE);

        Measurement written = ResultFile.read(folder);
        assertThat(written.plan()).isEqualTo(plan);
        assertThat(written.standing()).isEqualTo(Standing.UNFINISHED);
        assertThat(Files.readString(folder.resolve("result.json")))
                .startsWith("{\n  \"schema\": \"gatehouse/load/1\",\n  \"id\": \"" + plan.id() + "\"")
                .contains("\"delta\": \"0.5 ms\"", "\"rate\": \"200/s\"", "\"duration\": \"5 s\"", "\"question\": ");
    }

    @Test
    void an_interrupted_run_goes_on_with_the_next_round() throws IOException {
        Plan plan = plan().build(mix());
        List<Round> rounds = rounds(plan);
        RunFolder first = RunFolder.open(folder, plan, MACHINE);
        first.write(rounds.get(0));
        first.write(rounds.get(1));
        Files.createDirectories(folder.resolve("rounds/.003.part"));
        Files.writeString(folder.resolve("rounds/.003.part/a.hlog"), "half a round");

        RunFolder second = RunFolder.open(folder, plan, MACHINE);

        assertThat(second.missing()).containsExactly(3, 4);
        second.missing().forEach(number -> second.write(rounds.get(number - 1)));
        assertThat(second.missing()).isEmpty();
        assertThat(second.measurement())
                .usingRecursiveComparison()
                .isEqualTo(Measurement.of(plan, List.of(MACHINE), rounds));
        try (Stream<Path> files = Files.list(folder.resolve("rounds/003"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.hlog", "b.hlog", "a.twin.hlog", "direct.hlog", "round.json");
        }
    }

    @Test
    void what_is_written_is_read_back_and_valid() throws IOException {
        Measurement measurement = written(plan().build(mix()));

        assertThat(ResultFile.read(folder)).isEqualTo(measurement);
        assertThat(ResultFile.read(folder.resolve("result.json"))).isEqualTo(measurement);
        assertThat(schema(Files.readString(folder.resolve("result.json")))).isEmpty();
    }

    @Test
    void knees_that_were_searched_are_in_the_result() throws IOException {
        assertThat(written(plan().build(mix())).knees()).isEmpty();
        TreeMap<String, Rate> knees =
                new TreeMap<>(Map.of("a", Rate.parse("812.5/s"), "b", Rate.ZERO, "direct", Rate.parse("2000/s")));

        KneesJson.write(folder, knees);
        Measurement measurement = RunFolder.open(folder).measurement();

        assertThat(measurement.knees()).isEqualTo(knees);
        assertThat(ResultFile.read(folder)).isEqualTo(measurement);
        assertThat(schema(Files.readString(folder.resolve("result.json")))).isEmpty();
    }

    @Test
    void rounds_from_before_scheduling_was_written_are_read_and_say_that_it_is_unknown() throws IOException {
        Plan plan = plan().build(mix());
        RunFolder run = RunFolder.open(folder, plan, MACHINE);
        rounds(plan)
                .forEach(round -> run.write(new Round(
                        round.number(), round.runs(), round.loadBefore(), round.pauses(), Scheduling.REAL_TIME)));
        Measurement known = run.measurement();
        Path result = folder.resolve("result.json");
        Path head = folder.resolve("rounds/002/round.json");
        String figure = "\"scheduling\": \"real-time\",";
        String text = Files.readString(result);

        assertThat(known.scheduling()).isEqualTo(Scheduling.REAL_TIME);
        assertThat(text).contains(figure);
        Files.writeString(result, text.replace(figure, ""));
        Files.writeString(head, Files.readString(head).replace(figure, ""));
        assertThat(ResultFile.read(folder).rounds())
                .extracting(RoundFigures::scheduling)
                .containsOnly(Scheduling.UNKNOWN);
        assertThat(RunFolder.open(folder).measurement().rounds())
                .extracting(RoundFigures::scheduling)
                .containsExactly(Scheduling.REAL_TIME, Scheduling.UNKNOWN, Scheduling.REAL_TIME, Scheduling.REAL_TIME);
        assertThat(schema(text)).isEmpty();
        assertThat(schema(text.replace(figure, ""))).isEmpty();
        assertThat(schema(text.replace("real-time", "hurried"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"a\": \"fast\"}", "{\"a\": 5"})
    void knees_that_nobody_wrote_so_are_refused(String text) throws IOException {
        Files.writeString(folder.resolve(KneesJson.NAME), text);

        assertThatThrownBy(() -> KneesJson.read(folder))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("GH-557")
                .hasMessageContaining("the knees can't be read");
    }

    @Test
    void a_refused_run_is_valid_too() throws IOException {
        Measurement refused =
                written(plan().inject("web-acl", Duration.ofMillis(3)).build(mix()));

        assertThat(refused.standing()).isEqualTo(Standing.REFUSED);
        assertThat(ResultFile.read(folder)).isEqualTo(refused);
        assertThat(schema(Files.readString(folder.resolve("result.json")))).isEmpty();
    }

    @Test
    void the_schema_knows_the_verdicts_and_no_other_word() throws IOException {
        written(plan().build(mix()));
        String text = Files.readString(folder.resolve("result.json"));

        assertThat(schema(text.replaceFirst("\"standing\": \"[a-z]*\"", "\"standing\": \"fine\"")))
                .isNotEmpty();
        assertThat(schema(text.replaceFirst("\"verdict\": \"[a-z ]*\"", "\"verdict\": \"better\"")))
                .isNotEmpty();
        assertThat(schema(text.replaceFirst("\"question\"", "\"hunch\""))).isNotEmpty();
    }

    @Test
    void rounds_csv_has_a_line_for_each_contestant_in_each_round() throws IOException {
        written(plan().build(mix()));

        List<String> lines = Files.readAllLines(folder.resolve("rounds.csv"));

        assertThat(lines).hasSize(1 + 4 * 4);
        assertThat(lines.get(0)).startsWith("round,place,contestant,scheduled,sent,ok,failed,timed_out,p50_ns");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.matches("[1-4],[1-4],[a-z.]+,1000,1000,1000,0,0,\\d+,\\d+,\\d+,0.5,0"));
    }

    @Test
    void a_folder_with_another_plan_is_refused() {
        RunFolder.open(folder, plan().build(mix()), MACHINE);

        assertThatThrownBy(() -> RunFolder.open(folder, plan().seed(2).build(mix()), MACHINE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("GH-558");
    }

    @Test
    void a_round_that_is_not_of_the_plan_is_refused() {
        Plan plan = plan().build(mix());
        RunFolder run = RunFolder.open(folder, plan, MACHINE);
        Round first = rounds(plan).get(0);

        assertThatThrownBy(() -> run.write(new Round(2, first.runs(), 0, first.pauses(), first.scheduling())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.write(new Round(5, first.runs(), 0, first.pauses(), first.scheduling())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_plan_or_a_round_that_was_changed_afterwards_is_noticed() throws IOException {
        written(plan().build(mix()));
        Path result = folder.resolve("result.json");
        String text = Files.readString(result);
        Path round = folder.resolve("rounds/001/round.json");
        Files.writeString(round, Files.readString(round).replaceFirst("\"ok\": 1000", "\"ok\": 999"));

        assertThatThrownBy(() ->
                        ResultFile.read("x", text.replace("0.5 ms", "5 ms").getBytes(UTF_8)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("GH-557")
                .hasMessageContaining("its plan was changed");
        assertThatThrownBy(() -> RunFolder.open(folder).complete())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("round 1 can't be read");
    }

    @Test
    void what_is_no_result_is_a_finding() {
        for (String text : List.of(
                "",
                "[]",
                "{",
                "{}",
                "nonsense",
                "{\"schema\": \"gatehouse/load/1\"}",
                "{\"schema\": \"gatehouse/load/2\"}",
                "{\"schema\": \"gatehouse/load/1\", \"plan\": {\"rate\": 5}}")) {
            assertThatThrownBy(() -> ResultFile.read("result.json", text.getBytes(UTF_8)))
                    .as(text)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("GH-557 result.json this is no result of a load test");
        }
        assertThatThrownBy(() -> ResultFile.read(folder.resolve("nowhere.json")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("GH-557");
    }

    private Measurement written(Plan plan) {
        RunFolder run = RunFolder.open(folder, plan, MACHINE);
        rounds(plan).forEach(run::write);
        return run.measurement();
    }

    static List<Round> rounds(Plan plan) {
        return new Simulation(1, 1_000).rounds(plan, Map.of("b", 3_000.0));
    }

    static PlanBuilder plan() {
        return Plan.of("iris", "0".repeat(64))
                .contestants(Contestant.ofDesigns(List.of("a", "b")))
                .duration(Duration.ofSeconds(5))
                .rounds(4);
    }

    static Mix mix() {
        return Mix.of(Specs.iris());
    }

    private static List<Error> schema(String json) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schema/load-1.schema.json")), InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }
}
