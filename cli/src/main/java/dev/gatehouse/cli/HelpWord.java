package dev.gatehouse.cli;

import java.util.List;

/** Reads {@code gatehouse help lint} as {@code gatehouse lint --help}, and {@code gatehouse help} as {@code --help}. */
final class HelpWord {
    private HelpWord() {}

    static List<String> replaced(List<String> args) {
        if (args.isEmpty() || !args.get(0).equals("help")) {
            return args;
        }
        if (args.size() == 1) {
            return List.of("--help");
        }
        return Commands.names().contains(args.get(1)) ? List.of(args.get(1), "--help") : List.of(args.get(1));
    }
}
