package dev.gatehouse.cli;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.write.RoutesJson;
import dev.gatehouse.ambassador.write.RoutesText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The route table that manifests give. */
@Command(
        name = "routes",
        description = "Show the route table that Emissary-ingress makes of manifests, in the order in which it tries"
                + " the routes.",
        footer = {
            "  gatehouse routes manifests/",
            "  gatehouse routes mappings.yaml hosts.yaml -o json",
            "  kubectl get mappings,hosts,listeners,modules -A -o yaml | gatehouse routes -"
        })
final class RoutesCommand implements Verb {
    private static final String NAME = "routes";

    private final Call call;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files, folders; - for standard input")
    private List<String> paths = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text (default) or json")
    private String form = "text";

    RoutesCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() {
        Choice.of(NAME, "form", form, List.of("text", "json"));
        RouteTable table = EmissaryRoutes.of(ManifestFiles.read(call, NAME, paths));
        if (form.equals("json")) {
            call.write(RoutesJson.bytes(table));
        } else {
            call.print(RoutesText.write(table));
        }
        return Status.DONE;
    }
}
