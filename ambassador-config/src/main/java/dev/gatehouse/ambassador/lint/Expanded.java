package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with $NAME in it, which Emissary may replace. */
final class Expanded implements Rule {
    private static final About ABOUT = About.of(
            "GH-429", Severity.WARNING, Source.RUN, "a text with $NAME in it, which Emissary may replace", """
            Before it reads anything Emissary replaces $NAME and ${NAME} in its whole input by the variables of
            its pod's environment, among them HOSTNAME, AMBASSADOR_… and …_SERVICE_HOST. In an expression, a
            substitution or a Lua script that is a surprise. A $ at the end, or before anything but letters,
            digits, underscores and braces, is safe.""");
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+|\\{[^}]*})");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written written : scene.all()) {
            written.scalars(scalar -> {
                if (scalar.text().indexOf('$') < 0) {
                    return;
                }
                Matcher matcher = VARIABLE.matcher(scalar.text());
                if (matcher.find()) {
                    report.add(
                            written,
                            scalar.place(),
                            matcher.group() + " stands in a text",
                            "Emissary replaces it by a variable of its pod's environment, if there is one of that name",
                            "write [$] in an expression, or something else than $");
                }
            });
        }
    }
}
