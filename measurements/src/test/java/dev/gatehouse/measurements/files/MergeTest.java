package dev.gatehouse.measurements.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Exchange;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.recording.Pauses;
import dev.gatehouse.measurements.recording.Recorder;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.measurements.schedule.Arrival;
import dev.gatehouse.measurements.schedule.Part;
import dev.gatehouse.measurements.schedule.Schedule;
import dev.gatehouse.model.finding.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void the_parts_merged_are_what_one_generator_would_have_measured(int parts) {
        Measurement whole = measured(Part.WHOLE, folder.resolve("whole")).measurement();
        List<Path> folders = new ArrayList<>();
        for (int number = parts - 1; number >= 0; number--) {
            Part part = new Part(number, parts);
            measured(part);
            folders.add(folderOf(part));
        }

        Measurement merged = Merge.into(folder.resolve("merged"), folders);

        assertThat(merged).usingRecursiveComparison().isEqualTo(whole);
        assertThat(ResultFile.read(folder.resolve("merged"))).isEqualTo(merged);
    }

    @Test
    void a_missing_part_a_part_twice_and_a_part_of_another_plan_are_refused() {
        measured(new Part(0, 2));
        measured(new Part(1, 2));
        Path first = folderOf(new Part(0, 2));
        RunFolder.open(
                folder.resolve("other"),
                RunFolderTest.plan().seed(9).build(RunFolderTest.mix()),
                RunFolderTest.MACHINE);

        assertThatThrownBy(() -> Merge.of(List.of(first)))
                .hasMessageContaining("GH-559")
                .hasMessageContaining("part 2 of 2");
        assertThatThrownBy(() -> Merge.of(List.of(first, first, folderOf(new Part(1, 2)))))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> Merge.of(List.of(first, folder.resolve("other"))))
                .hasMessageContaining("GH-558");
        assertThatThrownBy(() -> Merge.of(List.of(first, folder.resolve("nowhere"))))
                .isInstanceOf(InvalidInputException.class);
    }

    private Path folderOf(Part part) {
        return folder.resolve("part-" + part.number() + "-of-" + part.of());
    }

    private RunFolder measured(Part part) {
        return measured(part, folderOf(part));
    }

    private static RunFolder measured(Part part, Path into) {
        Plan plan = RunFolderTest.plan().part(part).build(RunFolderTest.mix());
        Schedule schedule = RunFolderTest.plan().schedule(RunFolderTest.mix()).part(part);
        RunFolder run = RunFolder.open(into, plan, RunFolderTest.MACHINE);
        for (List<Contestant> order : plan.orders()) {
            int number = plan.orders().indexOf(order) + 1;
            Map<String, Run> runs = new LinkedHashMap<>();
            order.forEach(contestant -> runs.put(contestant.name(), run(schedule, contestant.name(), number)));
            run.write(new Round(number, runs, 0.5, Pauses.NONE));
        }
        return run;
    }

    /** What becomes of a request depends on the request, the contestant and the round alone. */
    private static Run run(Schedule schedule, String contestant, int round) {
        Recorder recorder = new Recorder(0, Duration.ofSeconds(1));
        for (Arrival arrival : schedule.arrivals()) {
            long at = arrival.atNanos();
            Exchange exchange = recorder.sent(at, at + arrival.index() % 7 * 1_000L);
            recorder.count("variant/iris/" + (arrival.pinned() ? "canary" : "base"));
            if (arrival.index() % 200 == 3) {
                exchange.failed(Failure.status(503, "ambassador"));
            } else if (arrival.index() % 500 == 4) {
                exchange.timedOut();
            } else {
                exchange.ok(
                        at + (long) (1e6 * (1 + contestant.length() + round / 10.0 - Math.log1p(-arrival.uniform()))));
            }
        }
        return new Run(schedule.arrivals().size(), recorder.finish());
    }
}
