package dev.gatehouse.ambassador.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.emissary.AnyInput;
import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.explain.Explanation;
import dev.gatehouse.ambassador.explain.Request;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * No input makes a rule fail, and no request reaches what a rule calls unreachable. Resources that the API server
 * refuses, for a value of another type, are left out of the second.
 */
class AnyInputLintTest {
    private static final int INPUTS = 4_000;

    /** The rules that say of a Mapping that no request reaches it. */
    private static final Set<String> DEAD = Set.of(
            "GH-412", "GH-413", "GH-416", "GH-424", "GH-438", "GH-444", "GH-445", "GH-446", "GH-448", "GH-450",
            "GH-452");

    @Test
    void no_request_reaches_a_mapping_that_a_rule_calls_unreachable() {
        List<String> wrong = LongStream.range(0, INPUTS)
                .parallel()
                .mapToObj(AnyInputLintTest::wrong)
                .flatMap(List::stream)
                .limit(5)
                .toList();

        assertThat(wrong).isEmpty();
    }

    private static List<String> wrong(long seed) {
        AnyInput input = new AnyInput(seed);
        String text = input.manifests();
        String request = input.request();
        try {
            Manifests manifests = Manifests.read(List.of(Source.of("any.yaml", text)));
            Set<String> refused =
                    manifests.findings().stream().map(Finding::subject).collect(Collectors.toSet());
            Map<String, String> dead = new TreeMap<>();
            for (Finding finding : Lint.of(manifests)) {
                if (DEAD.contains(finding.rule().text()) && !refused.contains(finding.subject())) {
                    dead.put(finding.subject(), finding.rule() + " " + finding.what());
                }
            }
            Set<String> reached = reached(manifests, request);
            List<String> wrong = new ArrayList<>();
            dead.forEach((subject, why) -> {
                if (reached.contains(subject)) {
                    wrong.add("seed " + seed + ", " + request + " reaches " + subject + " in spite of " + why + "\n"
                            + text);
                }
            });
            return wrong;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + "\n" + text, e);
        }
    }

    private static Set<String> reached(Manifests manifests, String request) {
        return Explanation.of(EmissaryRoutes.of(manifests), Request.parse(request)).outcomes().stream()
                .flatMap(outcome -> outcome.by().stream())
                .map(route -> route.origin().subject())
                .collect(Collectors.toSet());
    }
}
