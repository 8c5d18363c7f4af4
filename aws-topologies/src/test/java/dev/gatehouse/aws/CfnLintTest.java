package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All templates in one process of cfn-lint, which takes seconds to start: one of each text, if only descriptions
 * differ.
 */
class CfnLintTest {
    /** Schemas of types with a property that is newer than the pinned cfn-lint; each says why in its description. */
    private static final Path PATCHED = Path.of("src", "test", "resources", "cfn-lint");

    @Test
    void cfn_lint_has_no_error_and_no_warning_for_any_design_of_any_platform(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path cfnLint = Tool.CFN_LINT.path();
        List<String> command = new ArrayList<>(List.of(
                cfnLint.toString(),
                "--non-zero-exit-code",
                "warning",
                "--format",
                "parseable",
                "--registry-schemas",
                PATCHED.toAbsolutePath().toString(),
                "--"));
        Set<String> seen = new HashSet<>();
        for (Generated generated : Generated.all().toList()) {
            for (var stack : generated.stacks()) {
                if (seen.add(stack.text().replaceFirst("(?m)^Description: .*$", ""))) {
                    Path file = folder.resolve(generated.name() + "-"
                            + generated.topology().design().id() + "-" + stack.name() + ".yaml");
                    command.add(Files.writeString(file, stack.text()).toString());
                }
            }
        }

        Path report = folder.resolve("report");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start();
        int status = process.waitFor();

        assertThat(Files.readString(report)).isEmpty();
        assertThat(status).isZero();
    }
}
