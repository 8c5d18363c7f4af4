package dev.gatehouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SkippedTestsTest {
    @Test
    void each_skipped_test_is_printed_with_its_reason() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(ThreeTests.class))
                                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                                .build(),
                        new SkippedTests(new PrintStream(printed, true, UTF_8)));

        assertThat(printed.toString(UTF_8).lines())
                .containsExactlyInAnyOrder(
                        "SKIPPED SkippedTestsTest$ThreeTests.needs_a_server(): no server here",
                        "SKIPPED SkippedTestsTest$ThreeTests.waits_for_march(): not before March");
    }

    @Test
    void every_run_prints_them() {
        assertThat(ServiceLoader.load(TestExecutionListener.class)).hasAtLeastOneElementOfType(SkippedTests.class);
    }

    /** One test that runs and two that don't. */
    static final class ThreeTests {
        @Test
        void needs_a_server() {
            abort("no server here");
        }

        @Test
        @Disabled("not before March")
        void waits_for_march() {}

        @Test
        void passes() {}
    }
}
