package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a real Envoy says of a configuration. */
final class Envoys {
    private Envoys() {}

    /** The complaint of {@code --mode validate}; empty if it has none. Skips the test if Envoy is not here. */
    static String complaint(Path folder, String json) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("bootstrap.json"), json);
        Path said = folder.resolve("said.txt");
        Process envoy = new ProcessBuilder(
                        Tool.ENVOY.path().toString(),
                        "--mode",
                        "validate",
                        "--log-level",
                        "error",
                        "-c",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            boolean ended = envoy.waitFor(90, TimeUnit.SECONDS);
            return !ended ? "it did not end" : envoy.exitValue() == 0 ? "" : Files.readString(said);
        } finally {
            envoy.destroyForcibly();
        }
    }
}
