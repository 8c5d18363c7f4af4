package dev.gatehouse.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a Java program of ours is started beside this one: with the same Java, and with the whole compiler. */
final class Jvm {
    private Jvm() {}

    /** The call up to the main class. */
    static List<String> command(List<String> options, String classPath) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    /** The class path of this process. */
    static String ownClassPath() {
        return System.getProperty("java.class.path");
    }
}
