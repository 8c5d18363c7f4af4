package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** A shadow without anything to copy. */
final class ShadowAlone implements Rule {
    private static final About ABOUT =
            About.of("GH-445", Severity.ERROR, Source.RUN, "a shadow without anything to copy", """
            A shadow gets copies of the requests of its group: of the Mappings with exactly the same prefix,
            host, method, headers, query and precedence. Without such a Mapping it has no route and gets
            nothing, and no error is posted.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Group group : scene.groups()) {
            if (group.shadow().isPresent()
                    && group.members().isEmpty()
                    && group.redirect().isEmpty()) {
                Written shadow = group.shadow().get();
                report.add(
                        shadow,
                        shadow.place("shadow"),
                        "no Mapping has the same prefix, host and conditions as this shadow",
                        "it gets no copies, and there is no route for its prefix",
                        "write prefix, hostname, headers, method and precedence as in the Mapping to copy from");
            }
        }
    }
}
