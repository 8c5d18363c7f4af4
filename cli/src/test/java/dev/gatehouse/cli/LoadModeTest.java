package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of load test × every option: taken, or refused with its name, and never passed over. */
class LoadModeTest {
    /** Calls that get as far as the first file, which is not there. */
    private static final Map<String, List<String>> KINDS = Map.of(
            "lab", List.of("none.yaml"),
            "live", List.of("none.yaml", "--target", "blue=https://blue.example.com"),
            "drill", List.of("none.yaml", "--drill", "kill-zone"),
            "job",
                    List.of(
                            "none.yaml",
                            "--on-cluster",
                            "--target",
                            "blue=https://blue.example.com",
                            "--image",
                            "registry.example.com/load:1"),
            "merge", List.of("--merge", "part-0"));

    /** By option: its words, and the kinds that take it. */
    private static final Map<String, Option> OPTIONS = new TreeMap<>(Map.ofEntries(
            option("SPEC", "none.yaml", "lab live drill job"),
            option("--design", "--design nlb-ambassador", "lab drill"),
            option("--target", "--target green=https://green.example.com", "lab live job"),
            option("--rate", "--rate 100/s", "lab live drill job"),
            option("--duration", "--duration 2s", "lab live job"),
            option("--warm-up", "--warm-up 1s", "lab live job"),
            option("--limit", "--limit 5s", "lab live job"),
            option("--rounds", "--rounds 2", "lab live job"),
            option("--delta", "--delta 1ms", "lab live job"),
            option("--engine", "--engine embedded", "lab drill"),
            option("--inject", "--inject vpc-link=5ms", "lab"),
            option("--seed", "--seed 7", "lab live drill job"),
            option("--out", "--out out", "lab live drill job merge"),
            option("--knee", "--knee", "lab live"),
            option("--check", "--check none-either.yaml", "lab live merge"),
            option("--output", "-o json", "lab live drill merge"),
            option("--drill", "--drill slow-model", "lab"),
            option("--merge", "--merge part-1", ""),
            option("--on-cluster", "--on-cluster", "live"),
            option("--parts", "--parts 2", "job"),
            option("--image", "--image registry.example.com/load:2", "job"),
            option("--namespace", "--namespace load", "job"),
            option("--apply", "--apply", "job"),
            option("--context", "--apply --context here", "job")));

    /** What stands in its kind's own call already, and can't stand there twice. */
    private static final List<String> THERE_ALREADY = List.of(
            "lab SPEC",
            "live SPEC",
            "drill SPEC",
            "job SPEC",
            "drill --drill",
            "job --on-cluster",
            "job --image",
            "merge --merge",
            // turns one kind into another, which wants an image
            "live --on-cluster");

    @TempDir
    Path folder;

    static Stream<Arguments> combinations() {
        return KINDS.keySet().stream()
                .sorted()
                .flatMap(kind -> OPTIONS.keySet().stream()
                        .filter(option -> !THERE_ALREADY.contains(kind + " " + option))
                        .map(option -> Arguments.of(kind, option)));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void an_option_is_taken_or_refused(String kind, String option) throws IOException {
        Option tried = OPTIONS.getOrDefault(option, new Option(List.of(), List.of()));
        List<String> call = new ArrayList<>(List.of("load"));
        // the words of a merge go on until the next option
        call.addAll(option.equals("SPEC") ? tried.words() : List.of());
        call.addAll(KINDS.getOrDefault(kind, List.of()));
        call.addAll(option.equals("SPEC") ? List.of() : tried.words());

        List<String> named = new ArrayList<>(
                List.of(option, "SPEC", "are about --on-cluster", "either writes a Job or merges", "pods measure"));
        KINDS.getOrDefault(kind, List.of()).stream()
                .filter(word -> word.startsWith("--"))
                .forEach(named::add);

        Ran ran = Ran.in(folder, call.toArray(String[]::new));

        assertThat(ran.status()).as(ran.err()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        if (tried.kinds().contains(kind)) {
            assertThat(ran.err()).doesNotContain("GH-600").containsPattern("GH-(610|557)");
        } else {
            assertThat(ran.err()).contains("GH-600").doesNotContain("GH-610", "GH-557");
            assertThat(ran.err()).containsAnyOf(named.toArray(String[]::new));
        }
        try (Stream<Path> written = Files.list(folder)) {
            assertThat(written).isEmpty();
        }
    }

    private static Map.Entry<String, Option> option(String name, String words, String kinds) {
        return Map.entry(name, new Option(List.of(words.split(" ", -1)), List.of(kinds.split(" ", -1))));
    }

    /**
     * An option.
     *
     * @param words as they stand in a call
     * @param kinds that take it
     */
    private record Option(List<String> words, List<String> kinds) {}
}
