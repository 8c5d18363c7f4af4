package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.testing.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Envoy on loopback. Ends with {@link #close}. */
final class RunningEnvoy implements AutoCloseable {
    private static final String READY = "starting main dispatch loop";

    private final Process process;

    /** Starts one and waits until its listeners are open. Skips the test if Envoy is not here. */
    RunningEnvoy(Path folder, String json) throws IOException {
        Path file = Files.writeString(folder.resolve("running.json"), json);
        process = new ProcessBuilder(
                        Tool.ENVOY.path().toString(),
                        "--concurrency",
                        "1",
                        "--disable-hot-restart",
                        "--log-level",
                        "warning",
                        "--component-log-level",
                        "main:info",
                        "-c",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        BufferedReader reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.contains(READY)) {
                drain(reader);
                return;
            }
        }
        throw new IOException("Envoy does not start: " + said);
    }

    /** Whether it still runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Reads on, so that Envoy never waits for a reader. */
    private static void drain(BufferedReader reader) {
        Thread thread = new Thread(
                () -> {
                    try (reader) {
                        reader.transferTo(Writer.nullWriter());
                    } catch (IOException e) {
                        // Envoy has ended
                    }
                },
                "output of Envoy");
        thread.setDaemon(true);
        thread.start();
    }
}
