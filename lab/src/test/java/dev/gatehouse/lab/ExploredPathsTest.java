package dev.gatehouse.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.testing.LegalPaths;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every legal path of the design space, not only the five with a name, carries a request to its model. */
class ExploredPathsTest {
    private static final Site SITE = Site.open("explored-paths-test", 1);

    @AfterAll
    static void close() {
        SITE.close();
    }

    static List<Design> everyLegalPath() {
        return LegalPaths.all();
    }

    @ParameterizedTest
    @MethodSource("everyLegalPath")
    void a_request_reaches_its_model_on_every_legal_path(Design design) throws IOException {
        try (Lab lab = Lab.start(
                design.realize(Specs.iris(), Facts.bundled()), UnhurriedLab.AT_ONCE, ModelCluster::start, SITE)) {
            for (Client client : Client.of(lab)) {
                try (Caller caller = Caller.of(lab, client.entry(), client.model())) {
                    Caller.Answer answer = caller.call(
                            client.method(),
                            client.path(),
                            client.headers(),
                            "{\"inputs\": []}".getBytes(StandardCharsets.UTF_8));

                    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                    assertThat(answer.header("x-model")).isEqualTo(client.model());
                }
            }
            assertThat(lab.findings()).as("what is generated and passed over").isEmpty();
            lab.counts()
                    .forEach(stage ->
                            assertThat(stage.refused()).as(stage.toString()).isEmpty());
        }
    }
}
