package dev.gatehouse.ambassador.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class ApiServersTest {
    @Test
    void a_test_is_skipped_where_a_program_is_not_here() {
        SummaryGeneratingListener heard = new SummaryGeneratingListener();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(TakesAServer.class))
                                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                                .build(),
                        heard);

        TestExecutionSummary summary = heard.getSummary();
        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsAbortedCount()).isEqualTo(1);
        assertThat(summary.getTestsSucceededCount()).isZero();
    }

    /** One test that takes a server, on a machine without etcd. */
    static final class TakesAServer {
        @RegisterExtension
        static final ApiServers WITHOUT_ETCD = new ApiServers(List.of(() -> abort("etcd is not here")));

        @Test
        void takes_one(ApiServer server) {
            assertThat(server.client()).isNotNull();
        }
    }
}
