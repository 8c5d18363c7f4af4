package dev.gatehouse.load;

import dev.gatehouse.measurements.result.Scheduling;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Lets the threads that send, and those that hear of answers, go before all others of the machine. Safe for several
 * threads.
 *
 * <p>Linux lets a thread that has just woken wait until the one that runs has had its slice, up to 4 ms where the
 * kernel looks 250 times a second: a compiler's thread or the lab then makes a request late by more than a hop takes.
 * Real-time threads don't wait. They take processor time only for what they send and hear, and to watch the clock
 * before each request ({@link Precision}).
 *
 * <p>It takes Linux, its {@code chrt}, and the right to call it, which root has. Elsewhere the threads stay as they
 * are: what that costs, the recorded delay shows, and a rule that voids a run looks at it.
 */
final class RealTime {
    /** The link by which Linux tells a thread who it is: {@code PROCESS/task/THREAD}. */
    private static final Path SELF = Path.of("/proc/thread-self");

    private static final Optional<Path> CHRT = Stream.of("/usr/bin/chrt", "/bin/chrt")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private final AtomicBoolean loopsAsked = new AtomicBoolean();
    private final AtomicInteger granted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** One that asks for nobody: a path gives way to its load there, and not to whoever goes first. */
    static RealTime none() {
        RealTime none = new RealTime();
        none.loopsAsked.set(true);
        return none;
    }

    /** Asks for the threads of event loops, the first time it is called. */
    void loops(EventExecutorGroup loops) {
        if (loopsAsked.compareAndSet(false, true)) {
            for (EventExecutor loop : loops) {
                loop.execute(this::thisThread);
            }
        }
    }

    /** Asks for the thread that calls, and not for those that it starts later. */
    void thisThread() {
        (isGranted() ? granted : refused).incrementAndGet();
    }

    /** What became of all that was asked so far; nothing asked is nothing granted. */
    Scheduling scheduling() {
        return granted.get() > 0 && refused.get() == 0 ? Scheduling.REAL_TIME : Scheduling.ORDINARY;
    }

    private static boolean isGranted() {
        if (CHRT.isEmpty() || !Files.isSymbolicLink(SELF)) {
            return false;
        }
        try {
            Path thread = Files.readSymbolicLink(SELF).getFileName();
            return new ProcessBuilder(List.of(
                                    CHRT.get().toString(),
                                    "--reset-on-fork",
                                    "--fifo",
                                    "--pid",
                                    "1",
                                    thread.toString()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
