package dev.gatehouse.load;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A drill's {@code drill.json}. */
final class DrillJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DrillJson() {}

    static String of(DrillPlan plan, String platform, String struck, List<DrillOutcome> outcomes) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schema", "gatehouse/drill/1");
        all.put("drill", plan.drill().word());
        all.put("platform", platform);
        all.put(
                "steps",
                plan.steps().all().stream()
                        .map(step -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("at", step.at().toSeconds());
                            one.put("what", step.what());
                            return one;
                        })
                        .toList());
        all.put("model", plan.drill().isOfModel() ? struck : null);
        all.put("engine", plan.engine().word());
        all.put("rate", plan.rate().toString());
        all.put("seed", plan.seed());
        all.put("clock", plan.pace().factor());
        all.put("lastAt", plan.steps().last().toSeconds());
        all.put("evidence", DrillText.EVIDENCE);
        all.put("designs", outcomes.stream().map(DrillJson::outcome).toList());
        return JSON.writeValueAsString(all) + "\n";
    }

    private static Map<String, Object> outcome(DrillOutcome outcome) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", outcome.design());
        one.put("impossible", outcome.impossible().orElse(null));
        one.put("notCarried", outcome.notCarried());
        one.put("sent", outcome.tally().sent());
        one.put("ok", outcome.tally().ok());
        one.put("failed", outcome.tally().failures());
        one.put("timedOut", outcome.tally().timedOut());
        one.put("lostBeforeFault", outcome.early());
        one.put("firstLoss", seconds(outcome.firstMillis()));
        one.put("recovery", seconds(outcome.recoveryMillis()));
        Map<String, Long> failures = new LinkedHashMap<>();
        outcome.tally().failed().forEach((failure, count) -> failures.put(failure.toString(), count));
        one.put("failures", failures);
        one.put("hops", outcome.hops());
        one.put("atModels", outcome.atModels());
        return one;
    }

    /** Seconds of the lab. */
    private static @org.jspecify.annotations.Nullable BigDecimal seconds(Optional<Long> millis) {
        return millis.map(value -> BigDecimal.valueOf(value, 3)).orElse(null);
    }
}
