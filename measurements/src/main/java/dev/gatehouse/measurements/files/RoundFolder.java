package dev.gatehouse.measurements.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.HistogramLog;
import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of one round: a {@code .hlog} for each contestant, and {@code round.json}. */
final class RoundFolder {
    private static final String HEAD = "round.json";

    private RoundFolder() {}

    static Path of(Path rounds, int number) {
        return rounds.resolve(String.format(Locale.ROOT, "%03d", number));
    }

    /** Writes a round into a hidden folder, which takes its name when everything is in it. */
    static void write(Path rounds, Plan plan, Round round) throws IOException {
        Path target = of(rounds, round.number());
        Path hidden = rounds.resolve("." + target.getFileName() + ".part");
        delete(hidden);
        Files.createDirectories(hidden);
        List<RoundJson.Line> lines = new ArrayList<>();
        for (Map.Entry<String, Run> entry : round.runs().entrySet()) {
            Recording recording = entry.getValue().recording();
            String log = fileName(entry.getKey());
            Files.write(hidden.resolve(log), HistogramLog.write(recording));
            lines.add(new RoundJson.Line(
                    entry.getKey(), log, entry.getValue().scheduled(), recording.span(), recording.tally()));
        }
        RoundJson head =
                new RoundJson(plan.id(), round.number(), round.loadBefore(), round.pauses(), round.scheduling(), lines);
        Files.writeString(hidden.resolve(HEAD), head.text(), UTF_8);
        Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    }

    static boolean isComplete(Path rounds, int number) {
        return Files.isRegularFile(of(rounds, number).resolve(HEAD));
    }

    static Round read(Path rounds, Plan plan, int number) throws IOException {
        Path folder = of(rounds, number);
        RoundJson head = RoundJson.read(Files.readString(folder.resolve(HEAD), UTF_8));
        if (!head.plan().equals(plan.id()) || head.number() != number) {
            throw FileRules.refused(
                    FileRules.OTHER_PLAN,
                    folder.toString(),
                    "this round is of another plan",
                    "rounds of two plans answer two questions",
                    "give each run a folder of its own");
        }
        Map<String, Run> runs = new LinkedHashMap<>();
        for (RoundJson.Line line : head.runs()) {
            byte[] log = Files.readAllBytes(folder.resolve(fileName(line.contestant())));
            Recording recording = new Recording(line.tally(), HistogramLog.read(log), line.span());
            runs.put(line.contestant(), new Run(line.scheduled(), recording));
        }
        return new Round(number, runs, head.loadBefore(), head.pauses(), head.scheduling());
    }

    private static String fileName(String contestant) {
        return contestant.replaceAll("[^A-Za-z0-9._-]", "_") + ".hlog";
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
