package dev.gatehouse.ambassador.apiserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process whose output goes to a file. Ends with {@link #close}. */
final class Server implements AutoCloseable {
    private static final int LAST_LINES = 5;

    private final Process process;
    private final Path said;

    private Server(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static Server start(Path folder, String name, List<String> command) throws IOException {
        Path said = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new Server(process, said);
    }

    /** Waits for its end, so that a server that can't start is seen at once. */
    boolean endsWithin(long milliseconds) throws InterruptedException {
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    }

    /** The last that it said. */
    String said() throws IOException {
        List<String> lines = Files.readAllLines(said);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
