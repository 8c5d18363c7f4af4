package dev.gatehouse.cli;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.report.write.DesignsJson;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the designs: id, title and path. */
@Command(
        name = "designs",
        description = "List the designs: ids, titles and the paths that they name.",
        footer = {
            "  gatehouse designs                              as text",
            "  gatehouse designs -o json | jq -r '.designs[].id'",
            "  gatehouse designs -o markdown                  as a table for a wiki"
        })
final class DesignsCommand implements Verb {
    private static final List<String> FORMS = List.of("text", "json", "markdown");

    private final Call call;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text (default), json or markdown")
    private String form = "text";

    DesignsCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() {
        call.print(
                switch (Choice.of("designs", "form", form, FORMS)) {
                    case "json" -> DesignsJson.of(Designs.all());
                    case "markdown" -> markdown();
                    default -> text();
                });
        return Status.DONE;
    }

    private String text() {
        int width = Designs.ids().stream().mapToInt(String::length).max().orElse(0);
        return Designs.all().stream()
                .map(design -> call.paint().bold(design.id())
                        + " ".repeat(width - design.id().length() + 2)
                        + design.title() + "\n" + Wrap.lines(path(design), "  ", "    "))
                .collect(Collectors.joining());
    }

    private static String markdown() {
        return Designs.all().stream()
                .map(design -> "| `" + design.id() + "` | " + design.title() + " | " + path(design) + " |\n")
                .collect(Collectors.joining("", "| id | title | path, edge first |\n|---|---|---|\n", ""));
    }

    private static String path(Design design) {
        return design.path().stream().map(HopKind::id).collect(Collectors.joining(" → "));
    }
}
