package dev.gatehouse.cli;

import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.LabOptions;
import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Durations;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data path of one design on loopback. */
@Command(
        name = "lab",
        description = "Run the data path of one design on loopback, its models included, until Ctrl-C or the end of"
                + " standard input. What runs are stand-ins for AWS's hops, and the ingress as its manifests say.",
        footer = {
            "  gatehouse lab platform.yaml --design nlb-ambassador",
            "  gatehouse lab platform.yaml --design route53-alb-nlb-ambassador --engine envoy --port 8443",
            "  gatehouse lab platform.yaml --design nlb-ambassador --inject network-load-balancer=20ms"
        })
final class LabCommand implements Verb {
    private static final String NAME = "lab";

    private final Call call;

    @Parameters(paramLabel = "SPEC", description = "the platform spec")
    private String path = "";

    @Option(
            names = "--design",
            paramLabel = "ID",
            required = true,
            completionCandidates = DesignIds.class,
            description = "the design; gatehouse designs lists them")
    private String design = "";

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "what plays the ingress: embedded (default), or envoy, a real one from the PATH or"
                    + " GATEHOUSE_ENVOY")
    private String engine = "embedded";

    @Option(names = "--port", paramLabel = "PORT", description = "the first entry's port (default: a free one)")
    private int port;

    @Option(
            names = "--inject",
            paramLabel = "HOP=DELAY",
            description = "hold back what a hop sends on, such as vpc-link=5ms; may be repeated")
    private List<String> delays = List.of();

    LabCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() throws IOException {
        Engine chosenEngine = engine();
        List<Design> chosen =
                DesignIds.chosen(NAME, List.of(design), call.around().today());
        Platform platform = Platform.open(call, path);
        Topology topology = platform.located(() -> chosen.get(0)
                .realize(platform.spec(), platform.facts().asOf(call.around().today())));
        LabOptions options = injected(LabOptions.standard().on(chosenEngine).atPort(port), topology);
        try (Lab lab = platform.located(() -> Lab.start(topology, options));
                LabClients clients = LabClients.write(lab)) {
            Thread interrupted = new Thread(() -> end(lab, clients), "gatehouse-lab-end");
            Runtime.getRuntime().addShutdownHook(interrupted);
            call.complain(lab.findings());
            call.print(clients.text(topology.design().id(), chosenEngine));
            untilInputEnds();
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
        return Status.DONE;
    }

    private Engine engine() {
        List<String> words = Arrays.stream(Engine.values()).map(Engine::word).toList();
        Choice.of(NAME, "engine", engine, words);
        return engine.equals(Engine.ENVOY.word()) ? Engine.ENVOY : Engine.EMBEDDED;
    }

    private LabOptions injected(LabOptions options, Topology topology) {
        List<String> hops =
                topology.hops().stream().map(Hop::kind).map(HopKind::id).toList();
        LabOptions all = options;
        for (String written : delays) {
            int equals = written.indexOf('=');
            if (equals < 1) {
                throw refused(written, "write a hop and a time, such as vpc-link=5ms");
            }
            String hop = written.substring(0, equals);
            Choice.of(NAME, "hop", hop, hops);
            all = all.inject(new HopKind(hop), delay(written.substring(equals + 1), written));
        }
        return all;
    }

    private static Duration delay(String text, String written) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(written, String.valueOf(e.getMessage()));
        }
    }

    private static Refusal refused(String written, String fix) {
        return Refusal.of(
                CallRules.ARGUMENTS, Call.place(NAME), "--inject", "'" + written + "' is no delay at a hop", fix);
    }

    /** On Ctrl-C the JVM ends without us; what we started must not outlive it. */
    private static void end(Lab lab, LabClients clients) {
        lab.close();
        try {
            clients.close();
        } catch (IOException e) {
            // the folder is in the system's own place for what is temporary
        }
    }

    /** Ends with standard input too, so that a script that started the lab takes it along. */
    private void untilInputEnds() throws IOException {
        while (call.around().in().read() >= 0) {
            // whatever is typed means nothing
        }
    }
}
