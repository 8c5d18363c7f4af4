package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.regex.Pattern;

/** A name that Kubernetes refuses. */
final class UnfitName implements Rule {
    private static final About ABOUT =
            About.of("GH-414", Severity.ERROR, Source.SCHEMA, "a name that Kubernetes refuses", """
            Names of custom resources are at most 253 characters of lower case letters, digits, hyphens and
            dots, and begin and end with a letter or a digit. The API server refuses any other.""");
    private static final int LONGEST = 253;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written written : scene.all()) {
            if (written.name().length() > LONGEST
                    || !FORM.matcher(written.name()).matches()) {
                String shown = written.name().length() > 60 ? written.name().substring(0, 60) + "…" : written.name();
                report.add(
                        written,
                        written.place(),
                        "'" + shown + "' can't be the name of a resource",
                        "the API server refuses it",
                        "write at most 253 lower case letters, digits and hyphens");
            }
        }
    }
}
