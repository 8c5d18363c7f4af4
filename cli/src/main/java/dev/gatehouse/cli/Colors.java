package dev.gatehouse.cli;

import dev.gatehouse.model.finding.Nearest;
import java.util.Iterator;
import java.util.List;

/** When output is coloured. */
enum Colors {
    AUTO,
    ALWAYS,
    NEVER;

    /** The words of {@code --color}, for completion. */
    static final class Words implements Iterable<String> {
        static final List<String> ALL = List.of("auto", "always", "never");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }

    static Colors of(String word) {
        int index = Words.ALL.indexOf(word);
        if (index < 0) {
            throw Refusal.of(
                    CallRules.UNKNOWN_WORD,
                    Call.place(""),
                    "--color",
                    "unknown word '" + word + "' for --color" + Nearest.hint(word, Words.ALL),
                    "write one of " + String.join(", ", Words.ALL));
        }
        return values()[index];
    }
}
