package dev.gatehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems don't tell how a thread is scheduled")
class RealTimeTest {
    private static final int NORMAL = 0;
    private static final int FIFO = 1;

    @Test
    void a_thread_goes_first_if_it_is_told_so_and_none_that_it_starts() throws Exception {
        List<Integer> policies = new ArrayList<>();
        boolean granted = inThread(() -> {
            boolean given = RealTime.thisThread();
            policies.add(policy());
            policies.add(inThread(RealTimeTest::policy));
            return given;
        });

        assertThat(policies).containsExactly(granted ? FIFO : NORMAL, NORMAL);
        assertThat(inThread(RealTimeTest::policy)).isEqualTo(NORMAL);
    }

    @Test
    void all_loops_of_a_group_are_asked() throws Exception {
        boolean granted = inThread(RealTime::thisThread);
        EventExecutorGroup loops = new DefaultEventExecutorGroup(3);
        try {
            new RealTime().loops(loops);

            for (EventExecutor loop : loops) {
                assertThat(loop.submit(RealTimeTest::policy).get(10, TimeUnit.SECONDS))
                        .isEqualTo(granted ? FIFO : NORMAL);
            }
        } finally {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
    }

    private static <T> T inThread(Callable<T> asked) throws Exception {
        FutureTask<T> task = new FutureTask<>(asked);
        Thread thread = new Thread(task);
        thread.start();
        return task.get(10, TimeUnit.SECONDS);
    }

    /** The policy of the thread that calls: field 41 of its line, the second of which may hold blanks. */
    private static int policy() {
        try {
            String line = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[41 - 3]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
