package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** Retry_on: retriable-status-codes, which has no codes. */
final class RetriableStatusCodes implements Rule {
    private static final About ABOUT = About.of(
            "GH-447", Severity.WARNING, Source.RUN, "retry_on: retriable-status-codes, which has no codes", """
            No field holds the status codes, so nothing is retried unless each request carries a header x-envoy-
            retriable-status-codes.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            if (mapping.text("retry_policy", "retry_on").equals("retriable-status-codes")) {
                report.add(
                        mapping,
                        mapping.place("retry_policy", "retry_on"),
                        "retry_on: retriable-status-codes names no codes",
                        "nothing is retried, unless clients send x-envoy-retriable-status-codes",
                        "write gateway-error for 502, 503 and 504, or 5xx");
            }
        }
    }
}
