package dev.gatehouse.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.envoy.Certificates;
import dev.gatehouse.ambassador.envoy.EnvoyBootstrap;
import dev.gatehouse.ambassador.envoy.Placement;
import dev.gatehouse.ambassador.envoy.Upstreams;
import dev.gatehouse.ambassador.route.RouteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An Envoy configuration that does what manifests say. */
@Command(
        name = "envoy",
        description = "Write the bootstrap configuration of an Envoy that does what Emissary-ingress would do with"
                + " manifests, to try them without a cluster.",
        footer = {
            "  gatehouse envoy manifests/ --out envoy.json && envoy --mode validate -c envoy.json",
            "  gatehouse envoy manifests/ --upstream fraud.serving:8080=127.0.0.1:9000 > envoy.json"
        })
final class EnvoyCommand implements Verb {
    private static final String NAME = "envoy";

    private final Call call;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files, folders; - for standard input")
    private List<String> paths = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "the file to write (default: -, standard output)")
    private String out = "-";

    @Option(
            names = "--upstream",
            paramLabel = "NAME=HOST:PORT",
            description = "another address for an upstream; may be repeated")
    private List<String> upstreams = List.of();

    @Option(
            names = "--certificates",
            paramLabel = "FOLDER",
            description = "where Envoy finds tls.crt, tls.key and ca.crt of each Secret, in a folder called"
                    + " NAME.NAMESPACE (default: certificates)")
    private String certificates = "certificates";

    EnvoyCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() throws IOException {
        Upstreams others = Upstreams.none();
        for (String written : upstreams) {
            others = with(others, written);
        }
        RouteTable table = EmissaryRoutes.of(ManifestFiles.read(call, NAME, paths));
        for (String stranger : others.strangers(table)) {
            throw Choice.unknown(CallRules.UNKNOWN_WORD, NAME, "upstream", stranger, Upstreams.known(table));
        }
        String configuration = EnvoyBootstrap.of(
                        table, Placement.standard().with(others).with(Certificates.in(certificates)))
                .json();
        if (out.equals("-")) {
            call.print(configuration);
        } else {
            Files.writeString(call.around().folder().resolve(out), configuration, UTF_8);
        }
        return Status.DONE;
    }

    private static Upstreams with(Upstreams others, String written) {
        try {
            return others.with(written);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(
                    CallRules.ARGUMENTS,
                    Call.place(NAME),
                    "--upstream",
                    String.valueOf(e.getMessage()),
                    "gatehouse envoy --help shows how to write it");
        }
    }
}
