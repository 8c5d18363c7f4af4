package dev.gatehouse.cli;

import java.io.IOException;

/** One subcommand: picocli fills its options, then it runs once. */
interface Verb {
    /**
     * Runs it.
     *
     * @throws Refusal if the call, a path or a file can't be understood
     * @throws IOException if writing fails
     */
    Status run() throws IOException;
}
