package dev.gatehouse.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Opens a page with the program that the system has for pages. */
final class Browser {
    private Browser() {}

    /**
     * Opens it and doesn't wait.
     *
     * @throws Refusal if there is no such program
     */
    static void open(Path page) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String program = system.contains("mac") ? "open" : system.contains("windows") ? "explorer" : "xdg-open";
        try {
            new ProcessBuilder(program, page.toAbsolutePath().toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw Refusal.of(
                    Status.FAILED,
                    CallRules.NO_BROWSER,
                    Call.place("report"),
                    "--open",
                    "no program opens pages here: " + program + " can't be started",
                    "open " + page + " yourself");
        }
    }
}
