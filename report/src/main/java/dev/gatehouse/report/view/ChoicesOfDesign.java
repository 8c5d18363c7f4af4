package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Cure;
import java.util.List;

/** Cures that only say to choose another design, which are read more easily as one list. */
public final class ChoicesOfDesign {
    private ChoicesOfDesign() {}

    /** The designs to choose. */
    public static List<String> of(List<Cure> cures) {
        return cures.stream()
                .filter(ChoicesOfDesign::isChoice)
                .flatMap(cure -> cure.design().stream())
                .distinct()
                .toList();
    }

    /** The other cures. */
    public static List<Cure> without(List<Cure> cures) {
        return cures.stream().filter(cure -> !isChoice(cure)).toList();
    }

    private static boolean isChoice(Cure cure) {
        return cure.design().filter(id -> cure.text().equals("choose " + id)).isPresent();
    }
}
