package dev.gatehouse.ambassador.job;

import java.util.List;

/**
 * How the JVM of a load generator is started, wherever it runs: what it sends late, and what it hears late, would be
 * taken for the design's time.
 */
public final class GeneratorJvm {
    /**
     * A collector without threads of its own; a young generation of 512 MiB, in which little is collected while a turn
     * lasts; room for classes, so that none are collected meanwhile; more event loops than cores, for while one
     * encrypts a body of megabytes, whoever is due on it leaves late; and what Gatling asks for.
     *
     * <p>Of the two compilers only the first: the second takes back what it compiled when a guess of it fails, and then
     * the threads that send are interpreted, take both cores as real-time threads, and the compiler that would end it
     * waits. Of 75 runs of six rounds 14 were void with it, and 6 stood still for half a second; of 16 without it none.
     */
    public static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xms768m",
            "-Xmn512m",
            "-XX:MetaspaceSize=256m",
            "-XX:TieredStopAtLevel=1",
            "-Dio.netty.eventLoopThreads=16",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    private GeneratorJvm() {}
}
