package dev.gatehouse.benchmarks.lab;

import java.nio.file.Path;
import java.util.List;

/** How the lab's processes are started when they are measured. */
final class Jvm {
    /**
     * A fixed heap and the plain collector, since one core is all there is; large pages where the kernel gives them; no
     * counters in shared files; no sampling of buffers that are never released, which tests look for.
     */
    static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xms256m",
            "-Xmx256m",
            "-Xmn192m",
            "-XX:+UseTransparentHugePages",
            "-XX:-UsePerfData",
            "-Dio.netty.leakDetection.level=disabled",
            "-Dio.netty.buffer.checkBounds=false",
            "-Dio.netty.buffer.checkAccessible=false",
            "-Dslf4j.internal.verbosity=ERROR");

    private Jvm() {}

    /** The program that runs this one. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
