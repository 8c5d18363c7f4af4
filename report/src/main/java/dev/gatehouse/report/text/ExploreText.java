package dev.gatehouse.report.text;

import dev.gatehouse.model.explore.Exploration;
import dev.gatehouse.model.explore.ExploredPath;
import dev.gatehouse.model.explore.Neighbour;
import dev.gatehouse.model.explore.Neighbours;
import dev.gatehouse.report.text.Palette.Ink;
import java.util.List;
import java.util.stream.Collectors;

/** An exploration for a terminal of 100 columns: the first of the ranking, the Pareto front, the study's neighbours. */
public final class ExploreText {
    private ExploreText() {}

    /**
     * Writes it.
     *
     * @param top how many paths of the ranking are shown
     * @param palette whether colour repeats what signs say
     */
    public static String of(Exploration exploration, int top, Palette palette) {
        List<ExploredPath> shown = exploration.paths().stream().limit(top).toList();
        return palette.paint(Ink.STRONG, exploration.spec().name())
                + " in " + exploration.spec().region() + ", "
                + exploration.spec().zones() + " zones, as of "
                + exploration.asOf() + ": " + exploration.paths().size() + " legal paths\n\n"
                + table(exploration, shown, palette)
                + palette.paint(Ink.FAINT, "  * no path is better in something and as good in everything")
                + "\n"
                + palette.paint(
                        Ink.FAINT, "  ✗ promises broken  ? unknown  ! conditions of yours  + or more  - not known")
                + "\n"
                + front(exploration, palette)
                + neighbours(exploration, palette)
                + "\n"
                + verdict(exploration, palette);
    }

    // ---- the ranking

    private static String table(Exploration exploration, List<ExploredPath> shown, Palette palette) {
        int width = shown.stream()
                .mapToInt(path -> path.design().id().length())
                .max()
                .orElse(0);
        String head = " ".repeat(6 + width) + "  ✗  ?  ! USD/month    adds ms avail% hops";
        return palette.paint(Ink.FAINT, head)
                + "\n"
                + shown.stream()
                        .map(path -> line(exploration, path, width, palette))
                        .collect(Collectors.joining());
    }

    private static String line(Exploration exploration, ExploredPath path, int width, Palette palette) {
        ExploreFigures figures = new ExploreFigures(path);
        String id = path.design().id();
        return right(String.valueOf(exploration.rank(path)), 4)
                + (exploration.front().contains(path) ? " *" : "  ")
                + id
                + " ".repeat(width - id.length())
                + palette.paint(path.broken() > 0 ? Ink.RED : Ink.NONE, right(String.valueOf(path.broken()), 3))
                + palette.paint(path.unknown() > 0 ? Ink.MAGENTA : Ink.NONE, right(String.valueOf(path.unknown()), 3))
                + palette.paint(path.yours() > 0 ? Ink.YELLOW : Ink.NONE, right(String.valueOf(path.yours()), 3))
                + right(figures.perMonth(), 10)
                + right(figures.added().orElse("-"), 11)
                + right(figures.percent().orElse("-"), 7)
                + right(String.valueOf(path.hops()), 5)
                + "\n";
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    // ---- the front and the neighbours

    private static String front(Exploration exploration, Palette palette) {
        String ids = exploration.front().stream()
                .map(path -> path.design().id() + " (" + exploration.rank(path) + ")")
                .collect(Collectors.joining(", "));
        return "\n" + palette.paint(Ink.STRONG, "Pareto front") + ", with the rank\n" + Wrap.block(ids, "  ");
    }

    private static String neighbours(Exploration exploration, Palette palette) {
        return exploration.neighbours().stream()
                .map(of -> neighbours(exploration, of, palette))
                .collect(Collectors.joining());
    }

    private static String neighbours(Exploration exploration, Neighbours of, Palette palette) {
        String title = of.of().design().title();
        return "\n" + palette.paint(Ink.STRONG, title) + "  " + of.of().design().id() + ", number "
                + exploration.rank(of.of()) + "\n"
                + of.nearest().stream()
                        .map(neighbour -> neighbour(exploration, neighbour))
                        .collect(Collectors.joining());
    }

    private static String neighbour(Exploration exploration, Neighbour neighbour) {
        return Wrap.block(neighbour.told(), "  - ", "    ") + "      "
                + neighbour.path().design().id() + ", number " + exploration.rank(neighbour.path()) + "\n";
    }

    private static String verdict(Exploration exploration, Palette palette) {
        return Wrap.block(exploration.verdict(), "")
                .lines()
                .map(line -> palette.paint(Ink.STRONG, line) + "\n")
                .collect(Collectors.joining());
    }
}
