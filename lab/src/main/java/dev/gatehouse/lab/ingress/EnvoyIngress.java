package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.EnvoyBootstrap;
import dev.gatehouse.ambassador.envoy.Placement;
import dev.gatehouse.ambassador.envoy.Upstreams;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.Severity;
import io.netty.util.concurrent.MultithreadEventExecutorGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A real Envoy. It runs below a shell that ends it when this process does, however that happens: the shell waits for
 * the end of its input.
 *
 * <p>For clients on loopback Envoy writes an address of the machine into {@code x-forwarded-for} instead of theirs;
 * what the limiter counts by is theirs.
 */
final class EnvoyIngress implements Ingress {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_MILLIS = 10;

    /** A port where nobody listens: there is no service by that name in the lab. */
    private static final int NOBODY = 1;

    private static final String SHELL = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            child=$!
            ( read -r _ <&3; kill "$child" ) </dev/null >/dev/null 2>&1 &
            watcher=$!
            exec 3<&-
            wait "$child"
            status=$?
            kill "$watcher" 2>/dev/null
            exit "$status"
            """;

    private final IngressOptions options;
    private final Endpoint health;
    private final EnvoyFiles files;
    private final EnvoyAdmin admin;
    private final Process process;
    private Map<Integer, InetSocketAddress> addresses = Map.of();

    /** Ports of Listeners that were gone and came back: they can't be free ones any more. */
    private final Map<Integer, Integer> fixed = new HashMap<>();

    private List<Integer> open = List.of();

    private EnvoyIngress(IngressOptions options, Endpoint health, EnvoyFiles files, EnvoyAdmin admin, Process process) {
        this.options = options;
        this.health = health;
        this.files = files;
        this.admin = admin;
        this.process = process;
    }

    static EnvoyIngress start(RouteTable table, Upstreams upstreams, IngressOptions options) {
        Path program = EnvoyProgram.find(options.envoy());
        Endpoint health = Health.start(options.loops());
        EnvoyFiles files = EnvoyFiles.create(bootstrap(table, upstreams, options, health, Map.of()));
        EnvoyAdmin admin = new EnvoyAdmin(files.path("admin-address"));
        Process process = launch(program, files, threads(options));
        EnvoyIngress ingress = new EnvoyIngress(options, health, files, admin, process);
        try {
            ingress.await(admin::isReady);
            EnvoyAdmin.Updates updates = admin.updates();
            if (updates.refused() > 0) {
                throw ingress.refuses();
            }
            ingress.addresses = ingress.found(table);
            ingress.open = ports(table);
            return ingress;
        } catch (RuntimeException e) {
            ingress.close();
            throw e;
        }
    }

    private static int threads(IngressOptions options) {
        return options.loops().group() instanceof MultithreadEventExecutorGroup group ? group.executorCount() : 1;
    }

    private static Process launch(Path program, EnvoyFiles files, int threads) {
        try {
            return new ProcessBuilder(
                            "/bin/sh",
                            "-c",
                            SHELL,
                            "gatehouse-envoy",
                            program.toString(),
                            "--concurrency",
                            String.valueOf(threads),
                            "--disable-hot-restart",
                            "--log-level",
                            "warning",
                            "--admin-address-path",
                            files.path("admin-address").toString(),
                            "-c",
                            files.path("bootstrap.json").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(files.path("envoy.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EnvoyBootstrap bootstrap(
            RouteTable table,
            Upstreams upstreams,
            IngressOptions options,
            Endpoint health,
            Map<Integer, Integer> ports) {
        Upstreams placed = upstreams;
        for (Upstream upstream : table.upstreams()) {
            if (placed.of(upstream).isEmpty()) {
                boolean own = upstream.target().text().equals(Health.NAME);
                placed = placed.with(
                        upstream.name(), "127.0.0.1", own ? health.address().getPort() : NOBODY);
            }
        }
        Placement placement =
                Placement.standard().at("127.0.0.1").admin(0).with(placed).with(options.certificates());
        for (Listener listener : table.listeners()) {
            placement = placement.port(listener.port(), ports.getOrDefault(listener.port(), 0));
        }
        return EnvoyBootstrap.of(table, placement);
    }

    private Map<Integer, InetSocketAddress> found(RouteTable table) {
        Map<String, InetSocketAddress> byName = admin.listeners();
        Map<Integer, InetSocketAddress> found = new LinkedHashMap<>();
        for (Listener listener : table.listeners()) {
            InetSocketAddress address = byName.get(listener.name());
            if (address == null) {
                throw new IllegalStateException("Envoy has no listener " + listener.name() + "; it has "
                        + byName.keySet() + "\n" + files.said());
            }
            found.put(listener.port(), address);
        }
        return found;
    }

    private static List<Integer> ports(RouteTable table) {
        return table.listeners().stream().map(Listener::port).toList();
    }

    @Override
    public Engine engine() {
        return Engine.ENVOY;
    }

    @Override
    public Map<Integer, InetSocketAddress> addresses() {
        return Map.copyOf(addresses);
    }

    /** Clusters first, since new routes may lead to new ones; the old ones go when nothing refers to them any more. */
    @Override
    public synchronized void reload(RouteTable unpaced, Upstreams upstreams) {
        RouteTable table = Paced.of(unpaced, options.pace());
        for (int port : ports(table)) {
            InetSocketAddress before = addresses.get(port);
            if (before != null && !open.contains(port)) {
                fixed.put(port, before.getPort());
            }
        }
        open = ports(table);
        EnvoyBootstrap bootstrap = bootstrap(table, upstreams, options, health, fixed);
        EnvoyAdmin.Updates before = admin.updates();
        files.writeClusters(bootstrap);
        await(() -> admin.updates().clusters() > before.clusters()
                || admin.updates().refused() > before.refused());
        files.writeListeners(bootstrap);
        await(() -> {
            EnvoyAdmin.Updates now = admin.updates();
            return now.refused() > before.refused() || (now.listeners() > before.listeners() && now.warming() == 0);
        });
        if (admin.updates().refused() > before.refused()) {
            throw refuses();
        }
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            interrupted = true;
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        health.close();
        files.delete();
    }

    /** Looks again and again, with pauses that an end of the process cuts short. */
    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("Envoy is not ready after " + PATIENCE + ":\n" + files.said());
            }
            try {
                process.onExit().get(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                throw refuses();
            } catch (TimeoutException e) {
                // it still runs
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while Envoy starts", e);
            }
        }
    }

    private InvalidInputException refuses() {
        String said = files.said();
        return new InvalidInputException(List.of(new Finding(
                IngressRules.ENVOY_REFUSES,
                Severity.ERROR,
                Place.ofFile("envoy"),
                "engine envoy",
                "Envoy refuses the configuration: "
                        + said.substring(Math.max(0, said.length() - 2_000)).replace('\n', ' '),
                "Emissary would go on with the configuration before",
                "run gatehouse lint over the manifests: it names the resource")));
    }
}
