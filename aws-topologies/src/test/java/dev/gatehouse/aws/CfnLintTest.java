package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All templates in one process of cfn-lint, which takes seconds to start: one of each shape, if only names, hashes and
 * numbers differ.
 */
@Order(1) // the longest of this module: others run beside it
class CfnLintTest {
    private static final Set<String> EVERY_PROPERTY = Set.of(
            "risk-models",
            "grpc-inference",
            "encrypted-all",
            "private-admin",
            "jwt-with-private-keys",
            "entry-in-the-vpc");

    /** Schemas of types with a property that is newer than the pinned cfn-lint; each says why in its description. */
    private static final Path PATCHED = Path.of("src", "test", "resources", "cfn-lint");

    /**
     * All of the five designs; of the other paths those platforms that between them have every property that any has,
     * since a linter takes a tenth of a second for a template.
     */
    private static boolean isLinted(Generated generated) {
        return Designs.of(generated.topology().design().id()).isPresent() || EVERY_PROPERTY.contains(generated.name());
    }

    /** A template without what differs between templates that the linter can't tell apart: names, hashes, numbers. */
    private static String shape(String template) {
        return template.replaceFirst("(?m)^Description: .*$", "")
                .replaceAll("-[0-9a-f]{8}(?![0-9a-f-])", "-HASH")
                .replaceAll("(PrivateIPv4Address|Id): '?10\\..*", "$1: PINNED")
                .replaceAll("Deployment[0-9a-f]{10}", "Deployment")
                .replaceAll("(Priority|TimeoutInMillis|OriginReadTimeout): [0-9]+", "$1: NUMBER");
    }

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
        for (Generated generated : Generated.all().filter(CfnLintTest::isLinted).toList()) {
            for (var stack : generated.stacks()) {
                if (seen.add(shape(stack.text()))) {
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
