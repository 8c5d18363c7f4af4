package dev.gatehouse.load;

import java.io.IOException;

/**
 * Ends the process with its standard input, if whoever started it asked so: that one holds the other end, and when it
 * is gone, nobody waits for the rounds.
 */
final class InputWatch {
    /** The system property that asks for it: {@code true} or {@code false}. */
    private static final String ASKED = "gatehouse.until-input-ends";

    private static final int INTERRUPTED = 130;

    private InputWatch() {}

    static void begin() {
        if (Boolean.getBoolean(ASKED)) {
            Thread watch = new Thread(InputWatch::untilInputEnds, "gatehouse-input");
            watch.setDaemon(true);
            watch.start();
        }
    }

    private static void untilInputEnds() {
        try {
            while (System.in.read() >= 0) {
                // whatever is typed means nothing
            }
        } catch (IOException e) {
            // an input that can't be read has ended
        }
        Runtime.getRuntime().halt(INTERRUPTED);
    }
}
