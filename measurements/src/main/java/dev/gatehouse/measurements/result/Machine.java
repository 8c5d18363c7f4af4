package dev.gatehouse.measurements.result;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a run was measured on and with. No names of hosts or users.
 *
 * @param tool name and version of what measured
 * @param commit of the source that measured
 * @param java version and vendor
 * @param cpu the processor's name
 * @param cores how many the process may use
 * @param system name, version and architecture of the operating system
 */
public record Machine(String tool, String commit, String java, String cpu, int cores, String system) {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    /** The machine that this runs on. */
    public static Machine here(String tool, String commit) {
        return new Machine(
                tool,
                commit,
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                cpuName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
    }

    /** The load average of the last minute; below 0 where the system has none. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String cpuName() {
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
