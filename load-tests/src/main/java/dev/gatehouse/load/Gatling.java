package dev.gatehouse.load;

import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;

/** Runs simulations in this process. */
final class Gatling {
    private Gatling() {}

    /**
     * Runs a simulation to its end, with no call to anybody but those who are tested.
     *
     * @param report the folder below which Gatling puts its report
     * @return 0 if it ran to its end, 1 if it could not start, 2 if an assertion failed
     */
    static int run(Class<? extends Simulation> simulation, Path report) {
        System.setProperty("gatling.http.warmUpUrl", "");
        System.setProperty("gatling.data.enableAnalytics", "false");
        System.setProperty("gatling.data.writers.0", "file");
        return io.gatling.app.Gatling$.MODULE$.fromArgs(new String[] {
            "--simulation", simulation.getName(),
            "--results-folder", report.toString(),
        });
    }
}
