package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.StudyAnswer;
import dev.gatehouse.report.text.Palette.Ink;
import dev.gatehouse.report.view.Labels;

/** What became of the study's claims. */
final class StudyText {
    private StudyText() {}

    static String of(Comparison comparison, Palette palette) {
        if (comparison.study().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n")
                .append(palette.paint(Ink.STRONG, "The study of 19 November 2020, claim by claim"))
                .append('\n');
        comparison.study().forEach(answer -> text.append(claim(answer, palette)));
        return text.toString();
    }

    private static String claim(StudyAnswer answer, Palette palette) {
        String head = "  " + answer.claim() + ": " + verdicts(answer);
        String rest = answer.by().isEmpty() ? answer.text() : answer.text() + ". " + Labels.sentence(answer.by());
        return palette.paint(ink(answer), head) + "\n" + Wrap.block(rest, "    ");
    }

    static String verdicts(StudyAnswer answer) {
        return Labels.then(answer.then()) + " on that day, " + answer.now() + " now";
    }

    private static Ink ink(StudyAnswer answer) {
        boolean plain = answer.then().equals("holds") && answer.now().equals("holds");
        return plain ? Ink.GREEN : answer.then().equals("holds") ? Ink.YELLOW : Ink.RED;
    }
}
