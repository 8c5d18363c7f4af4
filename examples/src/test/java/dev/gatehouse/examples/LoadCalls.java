package dev.gatehouse.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.Surroundings;
import dev.gatehouse.testing.SmallSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Calls of the program in a folder, with the generator that is on the class path of the tests. */
record LoadCalls(Path folder) {
    static final String ANSWERS = "answers: { p99: 8 ms, at-most: 2 s }";
    static final SmallSpec SPEC = SmallSpec.iris().with(SmallSpec.ANSWERS, ANSWERS);

    private static final List<String> BRIEFLY =
            List.of("--rate", "100", "--duration", "300ms", "--warm-up", "100ms", "--rounds", "2");

    record Ran(int status, String out, String err) {}

    Ran call(List<String> fixed, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings around = Surroundings.of(
                        new ByteArrayInputStream(new byte[0]), out, err, folder, LocalDate.of(2026, 11, 22))
                .withEnvironment(Map.of("GATEHOUSE_LOAD_CLASS_PATH", System.getProperty("java.class.path")));
        List<String> all = Stream.concat(fixed.stream(), Arrays.stream(more)).toList();
        int status = Gatehouse.run(all, around);
        return new Ran(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** A short run of {@code small.yaml}. */
    Ran load(String... more) {
        return call(
                Stream.concat(Stream.of("load", "small.yaml"), BRIEFLY.stream()).toList(), more);
    }
}
