package dev.gatehouse.load;

import dev.gatehouse.measurements.result.Scheduling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How Linux schedules threads of this process, as it tells by itself. */
final class ThreadPolicy {
    static final int NORMAL = 0;
    static final int FIFO = 1;

    /** Linux keeps so much of a thread's name. */
    private static final int NAMED = 15;

    private ThreadPolicy() {}

    /** What a thread gets here that asks to go first, as a shell finds out: {@link #FIFO} or {@link #NORMAL}. */
    static int granted() throws IOException, InterruptedException {
        int status = new ProcessBuilder("sh", "-c", "chrt --fifo 1 true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        System.out.println("real-time threads are " + (status == 0 ? "" : "not ") + "granted here");
        return status == 0 ? FIFO : NORMAL;
    }

    /** What is told of threads that all got {@link #granted}. */
    static Scheduling told(int granted) {
        return granted == FIFO ? Scheduling.REAL_TIME : Scheduling.ORDINARY;
    }

    /** That of the thread that calls. */
    static int mine() {
        return of(Path.of("/proc/thread-self"));
    }

    /** Those of all threads of that name. */
    static List<Integer> of(String name) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            return tasks.filter(task -> text(task.resolve("comm"))
                            .strip()
                            .equals(name.substring(0, Math.min(name.length(), NAMED))))
                    .map(ThreadPolicy::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Field 41 of its line, the second of which may hold blanks. */
    private static int of(Path thread) {
        String line = text(thread.resolve("stat"));
        return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[41 - 3]);
    }

    /** Empty if the thread has ended. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
