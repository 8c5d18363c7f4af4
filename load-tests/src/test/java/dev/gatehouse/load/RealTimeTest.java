package dev.gatehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.measurements.result.Scheduling;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;
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
    private final RealTime realTime = new RealTime();

    @Test
    void a_thread_goes_first_if_it_is_told_so_and_none_that_it_starts() throws Exception {
        int granted = ThreadPolicy.granted();
        List<Integer> policies = new ArrayList<>();
        inThread(() -> {
            realTime.thisThread();
            policies.add(ThreadPolicy.mine());
            return policies.add(inThread(ThreadPolicy::mine));
        });

        assertThat(policies).containsExactly(granted, ThreadPolicy.NORMAL);
        assertThat(inThread(ThreadPolicy::mine)).isEqualTo(ThreadPolicy.NORMAL);
        assertThat(realTime.scheduling()).isEqualTo(ThreadPolicy.told(granted));
    }

    @Test
    void all_loops_of_a_group_are_asked() throws Exception {
        int granted = ThreadPolicy.granted();
        EventExecutorGroup loops = new DefaultEventExecutorGroup(3);
        try {
            realTime.loops(loops);

            for (EventExecutor loop : loops) {
                assertThat(loop.submit(ThreadPolicy::mine).get(10, TimeUnit.SECONDS))
                        .isEqualTo(granted);
            }
            assertThat(realTime.scheduling()).isEqualTo(ThreadPolicy.told(granted));
        } finally {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
    }

    @Test
    void nothing_asked_is_nothing_granted() {
        assertThat(realTime.scheduling()).isEqualTo(Scheduling.ORDINARY);
    }

    private static <T> T inThread(Callable<T> asked) throws Exception {
        FutureTask<T> task = new FutureTask<>(asked);
        Thread thread = new Thread(task);
        thread.start();
        return task.get(10, TimeUnit.SECONDS);
    }
}
