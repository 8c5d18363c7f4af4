package dev.gatehouse.cli;

import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.RuleId;
import java.util.List;

/** Checks a word that somebody chose from a few. */
final class Choice {
    private Choice() {}

    /** Refuses a word that is not among {@code known}, and names the nearest. */
    static String of(String command, String what, String word, List<String> known) {
        if (!known.contains(word)) {
            throw unknown(CallRules.UNKNOWN_WORD, command, what, word, known);
        }
        return word;
    }

    static Refusal unknown(RuleId rule, String command, String what, String word, List<String> known) {
        return Refusal.of(
                rule,
                Call.place(command),
                word,
                "unknown " + what + " '" + word + "'" + Nearest.hint(word, known),
                "write one of " + String.join(", ", known));
    }
}
