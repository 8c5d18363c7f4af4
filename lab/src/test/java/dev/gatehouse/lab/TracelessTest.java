package dev.gatehouse.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A lab that was closed leaves nothing behind, whatever was open. */
class TracelessTest {
    static List<Design> designs() {
        return Designs.all();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void closing_ends_every_thread_and_every_connection(Design design) throws IOException {
        Set<String> before = threads();
        List<InetSocketAddress> doors = new ArrayList<>();
        List<Caller> open = new ArrayList<>();
        Lab lab =
                Lab.start(design.realize(Specs.riskModels(), Facts.bundled()), LabOptions.standard(), EchoCluster::new);
        for (Entrance entrance : lab.entrances()) {
            doors.addAll(entrance.addresses().values());
            for (String model : entrance.addresses().keySet()) {
                Caller caller = Caller.of(lab, entrance.entry(), model);
                caller.get("/");
                caller.send("GET", "/v2/models/fraud/infer?hang=1", java.util.Map.of(), new byte[0]);
                open.add(caller);
            }
        }

        lab.close();
        lab.close();

        assertThat(threads()).isSubsetOf(before);
        for (InetSocketAddress door : doors) {
            assertThat(refuses(door)).as(door.toString()).isTrue();
        }
        for (Caller caller : open) {
            assertThat(caller.isOver()).isTrue();
            caller.close();
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> !name.startsWith("surefire") && !name.startsWith("ForkJoinPool.commonPool"))
                .collect(Collectors.toSet());
    }

    private static boolean refuses(InetSocketAddress door) throws IOException {
        try (Socket client = new Socket(door.getAddress(), door.getPort())) {
            return !client.isConnected();
        } catch (ConnectException e) {
            return true;
        }
    }
}
