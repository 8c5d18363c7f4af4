package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildVersionTest {
    @Test
    void names_version_commit_and_java() {
        assertThat(new BuildVersion().getVersion())
                .hasSize(3)
                .satisfiesExactly(
                        version -> assertThat(version).matches("gatehouse \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"),
                        commit -> assertThat(commit).matches("commit ([0-9a-f]{12}( with changes)?|unknown)"),
                        java -> assertThat(java)
                                .startsWith("Java " + Runtime.version().feature()));
    }
}
