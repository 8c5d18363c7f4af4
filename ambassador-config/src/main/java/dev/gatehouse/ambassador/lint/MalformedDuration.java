package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** A duration that Envoy can't read. */
final class MalformedDuration implements Rule {
    private static final About ABOUT =
            About.of("GH-430", Severity.ERROR, Source.ENVOY, "a duration that Envoy can't read", """
            retry_policy.per_try_timeout, a cookie's ttl and the interval and timeout of health checks go to
            Envoy as they are written, and Envoy reads seconds with an s only: 1.5s, not 1500ms. It refuses the
            whole configuration for any other text, and then nobody's changes are taken.""");
    private static final Pattern FORM = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?s");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            check(mapping, report, mapping.node("retry_policy", "per_try_timeout"), "per_try_timeout");
            check(mapping, report, mapping.node("load_balancer", "cookie", "ttl"), "cookie ttl");
            for (Node item : mapping.items("health_checks")) {
                if (item instanceof MappingNode check) {
                    check(mapping, report, check.get("interval"), "interval");
                    check(mapping, report, check.get("timeout"), "timeout");
                }
            }
        }
        scene.module()
                .ifPresent(module -> check(
                        module, report, module.node("config", "retry_policy", "per_try_timeout"), "per_try_timeout"));
    }

    private static void check(Written written, Report report, Optional<Node> value, String field) {
        if (value.orElse(null) instanceof ScalarNode scalar
                && !FORM.matcher(scalar.text()).matches()) {
            report.add(
                    written,
                    scalar.place(),
                    field + " is '" + scalar.text() + "', which Envoy can't read",
                    "it refuses the whole configuration, and every team's changes with it",
                    "write seconds with an s, such as 1.5s");
        }
    }
}
