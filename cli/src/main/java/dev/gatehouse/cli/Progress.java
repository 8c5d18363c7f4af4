package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells on standard error what a long call works on: a bar on a terminal, a line per step elsewhere. */
interface Progress extends Consumer<String>, AutoCloseable {
    /** Ends the bar. */
    @Override
    void close();

    /**
     * Begins.
     *
     * @param steps how many steps there will be
     */
    static Progress of(Call call, String task, int steps) {
        return call.around().isTerminal(Surroundings.Stream.ERR) ? Bar.of(call, task, steps) : new Lines(call);
    }

    /** A line per step. */
    record Lines(Call call) implements Progress {
        @Override
        public void accept(String step) {
            call.tell(step);
        }

        @Override
        public void close() {}
    }

    /** A bar. */
    record Bar(ProgressBar bar) implements Progress {
        private static final int WIDTH = 80;

        static Bar of(Call call, String task, int steps) {
            PrintStream err = new PrintStream(call.around().err(), true, UTF_8);
            return new Bar(new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(50)
                    .hideEta()
                    .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                    .build());
        }

        @Override
        public void accept(String step) {
            bar.step();
            bar.setExtraMessage(" " + step);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
