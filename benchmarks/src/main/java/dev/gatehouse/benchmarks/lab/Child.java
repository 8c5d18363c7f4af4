package dev.gatehouse.benchmarks.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that runs until it is closed. For one thread. */
final class Child implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final BufferedReader said;

    private Child(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a command; what it says on standard error goes where ours does. */
    static Child on(Cores cores, List<String> command) throws IOException {
        return new Child(new ProcessBuilder(cores.holding(command))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** A class of ours in a process of its own. */
    static Child java(Cores cores, List<String> options, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return on(cores, command);
    }

    /** Its next line. */
    String line() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IOException("a process ended before it said what it should");
        }
        return line;
    }

    /** All that it says until it ends well. */
    String output() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
        }
        int status = process.onExit().join().exitValue();
        if (status != 0) {
            throw new IOException("a process ended with status " + status + ": " + all);
        }
        return all.toString();
    }

    /** The processor time that it has had. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends its input, then, if that is not enough, the process. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        said.close();
    }
}
