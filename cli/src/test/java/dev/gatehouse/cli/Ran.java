package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A call that ran.
 *
 * @param status its exit status
 * @param out what it printed as data
 * @param err what it said to people
 */
record Ran(int status, String out, String err) {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** Runs a call in the repository's root, with nothing on standard input. */
    static Ran call(String... args) {
        return given(root(), "", args);
    }

    static Ran in(Path folder, String... args) {
        return given(folder, "", args);
    }

    static Ran given(Path folder, String input, String... args) {
        return in(folder, input, around -> around, args);
    }

    static Ran in(Path folder, String input, UnaryOperator<Surroundings> more, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings around = Surroundings.of(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err, folder, TODAY);
        int status = Gatehouse.run(List.of(args), more.apply(around));
        return new Ran(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** The root of the repository: tests run in the module's folder. */
    @SuppressWarnings("NullAway") // the module has a parent folder
    static Path root() {
        return Path.of(System.getProperty("basedir", ""))
                .toAbsolutePath()
                .normalize()
                .getParent();
    }
}
