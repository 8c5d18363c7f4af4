package dev.gatehouse.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What a call sees of the world: its streams, the folder that it starts in, the day, the environment, and which streams
 * are terminals. Everything else in this package is told, so that a test or another program can tell it something else.
 *
 * <pre>{@code
 * int status = Gatehouse.run(List.of("designs"), Surroundings.of(in, out, err, folder, LocalDate.of(2026, 11, 22)));
 * }</pre>
 *
 * <p>Immutable; the streams are not.
 */
public final class Surroundings {
    /** A stream that may be a terminal. */
    enum Stream {
        OUT,
        ERR
    }

    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private final Path folder;
    private final LocalDate today;
    private final Map<String, String> environment;
    private final Set<Stream> terminals;

    private Surroundings(
            InputStream in,
            OutputStream out,
            OutputStream err,
            Path folder,
            LocalDate today,
            Map<String, String> environment,
            Set<Stream> terminals) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.folder = folder;
        this.today = today;
        this.environment = Map.copyOf(environment);
        this.terminals = Set.copyOf(terminals);
    }

    /**
     * Streams that are no terminals and an empty environment.
     *
     * @param folder what paths in the call are relative to
     * @param today decides which waivers hold, how old a fact is, and which facts hold unless the call says another day
     */
    public static Surroundings of(InputStream in, OutputStream out, OutputStream err, Path folder, LocalDate today) {
        return new Surroundings(in, out, err, folder, today, Map.of(), Set.of());
    }

    /** The same with these environment variables, of which {@code NO_COLOR} and {@code TERM} are read. */
    public Surroundings withEnvironment(Map<String, String> variables) {
        return new Surroundings(in, out, err, folder, today, variables, terminals);
    }

    /** The same with both output streams as terminals. */
    public Surroundings onTerminal() {
        return new Surroundings(in, out, err, folder, today, environment, Set.of(Stream.OUT, Stream.ERR));
    }

    /**
     * Those of this process. Java can't tell which of its streams are terminals, so the launcher says it in the system
     * property {@code gatehouse.terminal}: {@code out}, {@code err} or both.
     */
    static Surroundings ofProcess() {
        String terminals = System.getProperty("gatehouse.terminal", "");
        Surroundings process = of(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Path.of(""),
                LocalDate.now(java.time.ZoneId.systemDefault()));
        return new Surroundings(
                process.in,
                process.out,
                process.err,
                process.folder,
                process.today,
                System.getenv(),
                java.util.Arrays.stream(Stream.values())
                        .filter(stream -> terminals.contains(stream.name().toLowerCase(java.util.Locale.ROOT)))
                        .collect(java.util.stream.Collectors.toSet()));
    }

    InputStream in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    OutputStream err() {
        return err;
    }

    Path folder() {
        return folder;
    }

    LocalDate today() {
        return today;
    }

    /** A variable of the environment; empty if there is none. */
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }

    boolean isTerminal(Stream stream) {
        return terminals.contains(stream);
    }

    /** Whether {@code auto} means colours: on a terminal that shows them, unless NO_COLOR says no. */
    boolean wantsColors(Stream stream) {
        return isTerminal(stream)
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }
}
