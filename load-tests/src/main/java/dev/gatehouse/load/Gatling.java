package dev.gatehouse.load;

import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        return run(simulation, List.of("--results-folder", report.toString()));
    }

    /** As {@link #run(Class, Path)}, without a report. */
    static int runUnreported(Class<? extends Simulation> simulation, Path folder) {
        return run(simulation, List.of("--results-folder", folder.toString(), "--no-reports"));
    }

    private static int run(Class<? extends Simulation> simulation, List<String> options) {
        System.setProperty("gatling.http.warmUpUrl", "");
        System.setProperty("gatling.data.enableAnalytics", "false");
        System.setProperty("gatling.data.writers.0", "file");
        List<String> arguments = new ArrayList<>(List.of("--simulation", simulation.getName()));
        arguments.addAll(options);
        return io.gatling.app.Gatling$.MODULE$.fromArgs(arguments.toArray(String[]::new));
    }
}
