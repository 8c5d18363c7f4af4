package dev.gatehouse.benchmarks.lab;

import java.util.ArrayList;
import java.util.List;

/** Which cores a process that is measured may use. */
enum Cores {
    /** Where the proxies of {@link Hops} run, one at a time with work. */
    FIRST("0"),
    /** Where whoever asks the proxies runs, and whoever answers them. */
    SECOND("1"),
    /** As anybody's process runs. */
    ALL("");

    private final String number;

    Cores(String number) {
        this.number = number;
    }

    /** As {@code taskset} writes it; empty: it is not asked. */
    String number() {
        return number;
    }

    /** The command that keeps a command to these cores. */
    List<String> holding(List<String> command) {
        List<String> held = new ArrayList<>(number.isEmpty() ? List.of() : List.of("taskset", "-c", number));
        held.addAll(command);
        return List.copyOf(held);
    }
}
