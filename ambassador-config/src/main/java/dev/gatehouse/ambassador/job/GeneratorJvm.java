package dev.gatehouse.ambassador.job;

import java.util.List;

/**
 * How the JVM of a load generator is started, wherever it runs: what it sends late, and what it hears late, would be
 * taken for the design's time.
 */
public final class GeneratorJvm {
    /**
     * A collector without threads of its own; a young generation of 512 MiB, in which little is collected while a turn
     * lasts; more event loops than cores, for while one encrypts a body of megabytes, whoever is due on it leaves late;
     * and what Gatling asks for.
     */
    public static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xms768m",
            "-Xmn512m",
            "-Dio.netty.eventLoopThreads=16",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    private GeneratorJvm() {}
}
