package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A model that may answer slowly, with the default timeout of 3 seconds. */
final class DefaultTimeout implements Rule {
    private static final About ABOUT = About.of(
            "GH-458",
            Severity.WARNING,
            Source.RUN,
            "a model that may answer slowly, with the default timeout of 3 seconds",
            """
            Without timeout_ms, and without cluster_request_timeout_ms in the Module, a request ends with 504
            after 3 seconds, retries included. Inference that generates, streams or works in batches takes
            longer. That a model does so is guessed from its Mapping: from grpc, from idle_timeout_ms, and from
            its path and name.""");
    private static final BigDecimal DEFAULT = BigDecimal.valueOf(3000);
    private static final Pattern SLOW = Pattern.compile("generate|stream|chat|completion|llm|batch|train|video");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        boolean decided = scene.module()
                .filter(module -> module.has("config", "cluster_request_timeout_ms"))
                .isPresent();
        for (Written mapping : decided ? List.<Written>of() : scene.mappings()) {
            boolean byDefault = !mapping.has("timeout_ms") && !mapping.flag("host_redirect") && !mapping.flag("shadow");
            if (byDefault && mayBeSlow(mapping)) {
                report.add(
                        mapping,
                        mapping.place(),
                        "no timeout_ms, for what may answer slowly",
                        "requests end with 504 after 3 seconds, retries included",
                        "set timeout_ms to what the slowest answer takes, or 0 for no end");
            }
        }
    }

    private static boolean mayBeSlow(Written mapping) {
        String words = (mapping.text("prefix") + " " + mapping.name()).toLowerCase(Locale.ROOT);
        boolean idle = mapping.number("idle_timeout_ms")
                .filter(time -> time.compareTo(DEFAULT) > 0)
                .isPresent();
        return idle || mapping.flag("grpc") || SLOW.matcher(words).find();
    }
}
