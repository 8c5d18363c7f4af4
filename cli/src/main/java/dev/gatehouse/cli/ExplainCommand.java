package dev.gatehouse.cli;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.explain.Explanation;
import dev.gatehouse.ambassador.explain.Request;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.write.ExplainJson;
import dev.gatehouse.ambassador.write.ExplainText;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What becomes of one request. */
@Command(
        name = "explain",
        description = "Explain which Mapping takes a request, with what share, and why the others do not.",
        footer = {
            "  gatehouse explain manifests/ --request 'GET https://models.example.com/v2/models/iris/'",
            "  gatehouse explain manifests/ --request 'POST https://models.example.com/v2/models/fraud/infer' \\",
            "      --header 'x-cohort: v4'",
            "  gatehouse explain - --request 'https://models.example.com/' --listener public -o json < all.yaml",
            "",
            "Exit status 1 if no route takes the request."
        })
final class ExplainCommand implements Verb {
    private static final String NAME = "explain";

    private final Call call;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files, folders; - for standard input")
    private List<String> paths = List.of();

    @Option(
            names = "--request",
            paramLabel = "'METHOD URL'",
            required = true,
            description = "the request as the client sends it; https:// says that it speaks TLS")
    private String request = "";

    @Option(names = "--header", paramLabel = "'name: value'", description = "a header of the request; may be repeated")
    private List<String> headers = List.of();

    @Option(
            names = "--listener",
            paramLabel = "NAME",
            description = "the Listener that it reaches (default: the one that fits)")
    private String listener = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text (default) or json")
    private String form = "text";

    ExplainCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() {
        Choice.of(NAME, "form", form, List.of("text", "json"));
        Request sent = understood("--request", () -> Request.parse(request));
        for (String header : headers) {
            Request before = sent;
            sent = understood("--header", () -> before.withHeader(header));
        }
        Request reaching = sent.at(listener);
        RouteTable table = EmissaryRoutes.of(ManifestFiles.read(call, NAME, paths));
        if (!listener.isEmpty()) {
            Choice.of(
                    NAME,
                    "listener",
                    listener,
                    table.listeners().stream().map(Listener::name).toList());
        }
        Explanation explanation = Explanation.of(table, reaching);
        call.print(form.equals("json") ? ExplainJson.write(explanation) : ExplainText.write(explanation));
        return explanation.hasRoute() ? Status.DONE : Status.NO;
    }

    private static <T> T understood(String option, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw Refusal.of(
                    CallRules.ARGUMENTS,
                    Call.place(NAME),
                    option,
                    String.valueOf(e.getMessage()),
                    "gatehouse explain --help shows how to write it");
        }
    }
}
