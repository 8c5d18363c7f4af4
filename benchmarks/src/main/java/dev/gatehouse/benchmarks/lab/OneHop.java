package dev.gatehouse.benchmarks.lab;

import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.stage.Proxy;
import dev.gatehouse.lab.stage.ProxySettings;
import dev.gatehouse.lab.stage.Pump;
import dev.gatehouse.lab.stage.PumpSettings;
import dev.gatehouse.lab.stage.Route;
import dev.gatehouse.lab.stage.Stage;
import dev.gatehouse.lab.stage.Tally;
import dev.gatehouse.lab.stage.Targets;
import dev.gatehouse.model.topology.ClientAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One hop of the lab alone, in a process of its own: {@code pump PORT} or {@code proxy PORT}, with the target's port on
 * loopback. It prints the port where it listens, and ends when its standard input does.
 */
public final class OneHop {
    private static final int HEAD_BYTES = 64 * 1024;

    private OneHop() {}

    /** Serves until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        Targets target = new Targets(
                List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]))));
        PrintStream said = System.out;
        try (Loops loops = Loops.start("hop", 1);
                Endpoint endpoint = stage(arguments[0], loops, target).endpoint()) {
            said.println(endpoint.address().getPort());
            said.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static Stage stage(String layer, Loops loops, Targets target) {
        return switch (layer) {
            case "pump" -> Pump.open(loops, 0, pumpSettings(target), new Tally("network-load-balancer", "benchmark"));
            case "proxy" ->
                Proxy.open(loops, 0, proxySettings(target), new Tally("application-load-balancer", "benchmark"));
            default -> throw new IllegalArgumentException("a hop is a pump or a proxy, not " + layer);
        };
    }

    private static PumpSettings pumpSettings(Targets target) {
        return new PumpSettings(
                target, Optional.empty(), Optional.empty(), ClientAddress.LOST, TimeUnit.SECONDS.toNanos(350), 0);
    }

    /** As the lab wires an Application Load Balancer: limits, time limits, forwarded headers, a trace id. */
    private static ProxySettings proxySettings(Targets target) {
        Route route = new Route(
                target, Optional.empty(), "", true, 0, TimeUnit.SECONDS.toNanos(60), Optional.empty(), List.of());
        return new ProxySettings(
                "application-load-balancer",
                Optional.empty(),
                (host, head) -> route,
                new ProxySettings.Limits(HEAD_BYTES, HEAD_BYTES, Integer.MAX_VALUE, Integer.MAX_VALUE),
                true,
                true,
                true,
                80,
                true,
                0);
    }
}
