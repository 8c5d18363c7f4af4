package dev.gatehouse.ambassador.emissary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.explain.Explanation;
import dev.gatehouse.ambassador.explain.Outcome;
import dev.gatehouse.ambassador.explain.Request;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.Candidate;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.write.ExplainText;
import dev.gatehouse.ambassador.write.RoutesJson;
import dev.gatehouse.ambassador.write.RoutesText;
import dev.gatehouse.model.finding.RuleId;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** No input makes the compiler, the explanation or their texts fail. */
@Order(1) // the longest of this module: others run beside it
class AnyInputTest {
    private static final int INPUTS = 100_000;

    @Test
    void no_input_of_a_hundred_thousand_fails() {
        LongStream.range(0, INPUTS).parallel().forEach(AnyInputTest::check);
    }

    private static void check(long seed) {
        AnyInput input = new AnyInput(seed);
        String text = input.manifests();
        String request = input.request();
        try {
            check(text, request, seed % 10 == 0);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ", " + request + "\n" + text, e);
        }
    }

    private static void check(String text, String line, boolean write) {
        Manifests manifests = Manifests.read(List.of(Source.of("any.yaml", text)));
        RouteTable table = EmissaryRoutes.of(manifests);
        Explanation explanation = Explanation.of(table, Request.parse(line));

        if (manifests.findings().stream().anyMatch(finding -> finding.rule().equals(new RuleId("GH-101")))) {
            throw new AssertionError("the generator writes no YAML");
        }
        int percent = explanation.outcomes().stream().mapToInt(Outcome::percent).sum();
        if (percent != 100) {
            throw new AssertionError("the outcomes cover " + percent + " %");
        }
        if (write) {
            assertThat(table.candidates().stream().map(Candidate::origin)).doesNotHaveDuplicates();
            assertThat(RoutesJson.write(table) + RoutesText.write(table) + ExplainText.write(explanation))
                    .isNotEmpty();
        }
    }
}
