package dev.gatehouse.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.report.Samples;
import dev.gatehouse.testing.Specs;
import dev.gatehouse.testing.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a report in a real browser: its own checks read it as text and can't tell whether its script runs. */
final class PageInBrowserTest {
    private static final String PROBE = """
            <script>
            addEventListener('error', event => { document.title = 'broken: ' + event.message; });
            </script>
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void opens_from_disk_and_its_script_runs_without_a_fault() throws IOException, InterruptedException {
        String page = IndexHtml.of(
                Samples.everyKindOfCell(Specs.riskModels()),
                List.of(),
                List.of("comparison.json"),
                List.of(),
                Samples.ORIGIN);
        Path file = Files.writeString(folder.resolve("index.html"), page.replaceFirst("<head>", "<head>" + PROBE));

        String shown = shown(file);

        assertThat(shown).contains("<h1", "web-firewall", "hidden=\"\"").doesNotContain("<title>broken: ");
    }

    /** The document as the browser has it after its scripts have run. */
    private String shown(Path file) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Tool.CHROMIUM.path().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                file.toUri().toString()));
        Path dump = folder.resolve("dump.html");
        Process browser = new ProcessBuilder(command)
                .redirectOutput(dump.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = browser.waitFor(60, TimeUnit.SECONDS);
        browser.destroyForcibly();
        assertThat(ended).as("the browser ended by itself").isTrue();
        return Files.readString(dump, StandardCharsets.UTF_8);
    }
}
