package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** Several ways to change a redirect's path, of which one counts. */
final class TwoRedirectPaths implements Rule {
    private static final About ABOUT = About.of(
            "GH-464",
            Severity.WARNING,
            Source.CODE,
            "several ways to change a redirect's path, of which one counts",
            """
            path_redirect, prefix_redirect and regex_redirect exclude each other; of several the first in this
            order counts.""");
    private static final List<String> WAYS = List.of("path_redirect", "prefix_redirect", "regex_redirect");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            List<String> ways = WAYS.stream().filter(mapping::has).toList();
            if (ways.size() > 1) {
                report.add(
                        mapping,
                        mapping.place(ways.get(1)),
                        String.join(" and ", ways) + " exclude each other",
                        "only " + ways.get(0) + " counts",
                        "remove " + String.join(" and ", ways.subList(1, ways.size())));
            }
        }
    }
}
