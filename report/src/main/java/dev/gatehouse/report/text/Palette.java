package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.State;

/** Whether texts are coloured. Colour repeats what signs and words say, and never says more. */
public enum Palette {
    /** No colour: for files, pipes and {@code NO_COLOR}. */
    PLAIN,
    /** The sixteen colours that every terminal has. */
    ANSI;

    /** What is painted. */
    enum Ink {
        NONE(""),
        STRONG("1"),
        FAINT("2"),
        GREEN("32"),
        YELLOW("33"),
        MAGENTA("35"),
        RED("1;31");

        private final String code;

        Ink(String code) {
            this.code = code;
        }

        static Ink of(State state) {
            return switch (state) {
                case NOT_ASKED -> FAINT;
                case KEPT -> GREEN;
                case CONDITIONAL -> YELLOW;
                case UNKNOWN -> MAGENTA;
                case BROKEN -> RED;
            };
        }
    }

    String paint(Ink ink, String text) {
        return this == PLAIN || ink == Ink.NONE || text.isBlank()
                ? text
                : "\u001b[" + ink.code + "m" + text + "\u001b[0m";
    }
}
