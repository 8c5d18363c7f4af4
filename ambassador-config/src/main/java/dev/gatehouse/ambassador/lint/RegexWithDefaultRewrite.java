package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** An expression as prefix without rewrite, which sends every request to /. */
final class RegexWithDefaultRewrite implements Rule {
    private static final About ABOUT = About.of(
            "GH-425",
            Severity.ERROR,
            Source.ENVOY,
            "an expression as prefix without rewrite, which sends every request to /",
            """
            Where rewrite is left out it is "/". With a plain prefix that replaces the prefix; with prefix_regex
            the expression takes the whole path, so the whole path is replaced: every request reaches the
            upstream as /. Write rewrite: "" to keep the path, or regex_rewrite.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            boolean rewritten = mapping.has("rewrite") || mapping.has("regex_rewrite") || mapping.flag("host_redirect");
            if (mapping.flag("prefix_regex") && !rewritten) {
                report.add(
                        mapping,
                        mapping.place("prefix_regex"),
                        "prefix_regex without rewrite or regex_rewrite",
                        "the default rewrite \"/\" replaces the whole path: " + mapping.text("service")
                                + " gets every request as /",
                        "add rewrite: \"\" to keep the path, or a regex_rewrite");
            }
        }
    }
}
