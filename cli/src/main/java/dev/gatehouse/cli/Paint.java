package dev.gatehouse.cli;

import dev.gatehouse.model.finding.Severity;

/** Colours text for a terminal, or leaves it as it is. */
record Paint(boolean on) {
    String bold(String text) {
        return wrap("1", text);
    }

    String dim(String text) {
        return wrap("2", text);
    }

    String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> wrap("1;31", severity.word());
            case WARNING -> wrap("1;33", severity.word());
            case NOTE -> wrap("1;36", severity.word());
        };
    }

    private String wrap(String code, String text) {
        return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
