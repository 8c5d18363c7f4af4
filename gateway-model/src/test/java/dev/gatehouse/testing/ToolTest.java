package dev.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolTest {
    @TempDir
    Path root;

    @Test
    void a_tool_is_found_below_the_root_of_the_repository() throws IOException {
        Path module = Files.createDirectories(root.resolve("report"));
        Files.createDirectories(root.resolve(".mvn"));
        Path envoy = executable(".cache/tools/envoy");

        assertThat(Tool.ENVOY.find(Map.of(), module)).contains(envoy);
        assertThat(Tool.ETCD.find(Map.of(), module)).isEmpty();
    }

    @Test
    void the_variable_comes_first() throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        executable(".cache/tools/cfn-lint");
        Path other = executable("other/cfn-lint");

        assertThat(Tool.CFN_LINT.find(Map.of("GATEHOUSE_CFN_LINT", other.toString()), root))
                .contains(other);
        assertThat(Tool.CFN_LINT.find(Map.of("GATEHOUSE_CFN_LINT", root + "/nowhere"), root))
                .isEmpty();
    }

    private Path executable(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
