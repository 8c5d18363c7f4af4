package dev.gatehouse.benchmarks.lab;

import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.server.ServerOptions;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The server of one model alone, in a process of its own: {@code SPEC}. It prints the port where it listens, and ends
 * when its standard input does.
 */
public final class OneModel {
    private OneModel() {}

    /** Serves until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        PlatformSpec spec = read(Path.of(arguments[0]));
        PrintStream said = System.out;
        try (Loops loops = Loops.start("model", 1);
                ModelServer server =
                        ModelServer.start(spec, loops, Authority.create("benchmark"), ServerOptions.STANDARD)) {
            said.println(server.address(spec.models().get(0).service()).getPort());
            said.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    static PlatformSpec read(Path spec) throws IOException {
        return SpecReader.read(spec.toString(), Files.readAllBytes(spec))
                .spec()
                .orElseThrow(() -> new IOException(spec + " has errors"));
    }
}
