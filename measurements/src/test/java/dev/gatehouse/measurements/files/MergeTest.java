package dev.gatehouse.measurements.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Exchange;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.recording.Pauses;
import dev.gatehouse.measurements.recording.Recorder;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.measurements.result.Scheduling;
import dev.gatehouse.measurements.schedule.Arrival;
import dev.gatehouse.measurements.schedule.Part;
import dev.gatehouse.measurements.schedule.Schedule;
import dev.gatehouse.model.finding.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    @Test
    void the_merged_folder_is_a_run_folder_with_every_histogram_and_merges_again_to_the_same() throws IOException {
        measured(new Part(0, 2));
        measured(new Part(1, 2));
        List<Path> parts = List.of(folderOf(new Part(0, 2)), folderOf(new Part(1, 2)));
        Path out = folder.resolve("merged");
        RunFolder whole = measured(Part.WHOLE, folder.resolve("whole"));

        Merge.into(out, parts);
        String first = Files.readString(out.resolve("result.json"));
        Merge.into(out, parts);

        assertThat(Files.readString(out.resolve("result.json"))).isEqualTo(first);
        assertThat(RunFolder.open(out).missing()).isEmpty();
        assertThat(buckets(RunFolder.open(out))).isEqualTo(buckets(whole));
        assertThat(names(folder)).containsExactlyInAnyOrder("merged", "part-0-of-2", "part-1-of-2", "whole");
    }

    @Test
    void a_merge_that_is_refused_leaves_nothing_behind_and_throws_no_part_away() throws IOException {
        measured(new Part(0, 2));
        measured(new Part(1, 2));
        Path first = folderOf(new Part(0, 2));
        Path second = folderOf(new Part(1, 2));
        Path round = second.resolve("rounds/001/a.hlog");
        byte[] before = Files.readAllBytes(first.resolve("result.json"));

        assertThatThrownBy(() -> Merge.into(first, List.of(first, second)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("GH-558")
                .hasMessageContaining("replace a part");
        Path busy = Files.createDirectories(folder.resolve("busy"));
        Files.writeString(busy.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> Merge.into(busy, List.of(first, second)))
                .hasMessageContaining("GH-558")
                .hasMessageContaining("something else");
        assertThatThrownBy(() -> Merge.into(busy.resolve("letter.txt/x"), List.of(first, second)))
                .hasMessageContaining("GH-570");
        Files.writeString(round, "no histogram");
        assertThatThrownBy(() -> Merge.into(folder.resolve("merged"), List.of(first, second)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("GH-557")
                .hasMessageContaining(second.resolve("rounds/001").toString());

        assertThat(Files.readAllBytes(first.resolve("result.json"))).isEqualTo(before);
        assertThat(names(busy)).containsExactly("letter.txt");
        assertThat(names(folder)).containsExactlyInAnyOrder("busy", "part-0-of-2", "part-1-of-2");
    }

    @Test
    void what_does_not_belong_together_is_named_with_its_folder() {
        measured(new Part(0, 2));
        measured(new Part(1, 3));
        Path first = folderOf(new Part(0, 2));
        RunFolder.open(
                folder.resolve("seed"),
                RunFolderTest.plan().seed(9).part(new Part(1, 2)).build(RunFolderTest.mix()),
                RunFolderTest.MACHINE);

        assertThatThrownBy(() -> Merge.of(List.of(first, folderOf(new Part(1, 3)))))
                .hasMessageStartingWith("GH-559 " + folderOf(new Part(1, 3)))
                .hasMessageContaining("part 2 of 3, and " + first + " is part 1 of 2");
        assertThatThrownBy(() -> Merge.of(List.of(first, folder.resolve("seed"))))
                .hasMessageStartingWith("GH-558 " + folder.resolve("seed"))
                .hasMessageContaining("seed 9 and not 1");
        assertThatThrownBy(() -> Merge.of(List.of(first, first)))
                .hasMessageStartingWith("GH-559 " + first)
                .hasMessageContaining("stands twice: here and in " + first);
        assertThatThrownBy(() -> Merge.of(List.of())).hasMessageContaining("GH-559");
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Every bucket of every histogram of a run. */
    private static Map<String, Map<Long, Long>> buckets(RunFolder run) {
        Map<String, Map<Long, Long>> all = new TreeMap<>();
        for (Round round : run.complete()) {
            round.runs().forEach((name, each) -> {
                for (Timing timing : Timing.values()) {
                    Map<Long, Long> buckets =
                            all.computeIfAbsent(round.number() + " " + name + " " + timing, none -> new TreeMap<>());
                    each.recording()
                            .histogram(timing)
                            .recordedValues()
                            .forEach(bucket ->
                                    buckets.put(bucket.getValueIteratedTo(), bucket.getCountAtValueIteratedTo()));
                }
            });
        }
        return all;
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
            run.write(new Round(number, runs, 0.5, Pauses.NONE, Scheduling.REAL_TIME));
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
