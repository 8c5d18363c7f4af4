package dev.gatehouse.report.text;

import dev.gatehouse.model.explore.Exploration;
import dev.gatehouse.model.explore.ExploredPath;
import dev.gatehouse.model.explore.Neighbours;
import java.util.stream.Collectors;

/** An exploration as Markdown: the verdict, the ranking as a table, the Pareto front, the study's neighbours. */
public final class ExploreMarkdown {
    private ExploreMarkdown() {}

    /**
     * Writes it.
     *
     * @param top how many paths of the ranking are shown
     */
    public static String of(Exploration exploration, int top) {
        return "# " + Markdown.text(exploration.spec().name()) + ": every legal path\n\n"
                + Markdown.text(exploration.verdict()) + "\n\n"
                + "In " + exploration.spec().region() + ", "
                + exploration.spec().zones() + " zones, as of "
                + exploration.asOf() + ".\n\n"
                + "| | path | ✗ | ? | ! | USD/month | adds ms | % avail | hops |\n"
                + "|--:|---|--:|--:|--:|--:|--:|--:|--:|\n"
                + exploration.paths().stream()
                        .limit(top)
                        .map(path -> line(exploration, path))
                        .collect(Collectors.joining())
                + "\n✗ promises broken · ? unknown · ! conditions of yours · + or more · - not known · in bold: on the Pareto front,"
                + " no path is better in something and as good in everything\n\n"
                + "## Pareto front\n\n"
                + exploration.front().stream()
                        .map(path -> Markdown.code(path.design().id()) + " (" + exploration.rank(path) + ")")
                        .collect(Collectors.joining(", "))
                + "\n"
                + exploration.neighbours().stream()
                        .map(of -> neighbours(exploration, of))
                        .collect(Collectors.joining());
    }

    private static String line(Exploration exploration, ExploredPath path) {
        ExploreFigures figures = new ExploreFigures(path);
        String id = Markdown.code(path.design().id());
        return "| " + exploration.rank(path) + " | "
                + (exploration.front().contains(path) ? "**" + id + "**" : id) + " | " + path.broken() + " | "
                + path.unknown() + " | " + path.yours() + " | "
                + figures.perMonth() + " | "
                + figures.added().orElse("-") + " | " + figures.percent().orElse("-") + " | " + path.hops() + " |\n";
    }

    private static String neighbours(Exploration exploration, Neighbours of) {
        return "\n## Near " + Markdown.text(of.of().design().title()) + "\n\n"
                + Markdown.code(of.of().design().id()) + ", number " + exploration.rank(of.of()) + "\n\n"
                + of.nearest().stream()
                        .map(neighbour -> "- " + Markdown.text(neighbour.told()) + " ("
                                + Markdown.code(neighbour.path().design().id()) + ", number "
                                + exploration.rank(neighbour.path()) + ")\n")
                        .collect(Collectors.joining());
    }
}
