package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A name with a dot. */
final class DottedName implements Rule {
    private static final About ABOUT = About.of("GH-411", Severity.ERROR, Source.RUN, "a name with a dot", """
            Emissary's compiler keeps Mappings and TCPMappings under what stands before the first dot of their
            name, and their namespace. Of two that agree in that, one is dropped without a word: in one group at
            once, and among different prefixes at the second reconfiguration. Write hyphens.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Kind kind : List.of(Kind.MAPPING, Kind.TCP_MAPPING)) {
            for (Written mapping : scene.of(kind)) {
                if (mapping.name().contains(".")) {
                    report.add(
                            mapping,
                            mapping.place(),
                            kind.word() + " " + mapping.name() + " has a dot in its name",
                            "Emissary tells it by what stands before the dot: another one that begins so in "
                                    + mapping.namespace() + " can take its place, without a word",
                            "name it " + mapping.name().replace('.', '-'));
                }
            }
        }
    }
}
