package dev.gatehouse.model.explore;

import dev.gatehouse.model.topology.Designs;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Which path wins, and what it has before the best of the study's designs, or before the next. */
final class Verdict {
    private Verdict() {}

    static String of(List<ExploredPath> ranked) {
        ExploredPath best = ranked.get(0);
        boolean ofStudy = Designs.ids().contains(best.design().id());
        Optional<ExploredPath> other = ranked.stream()
                .skip(1)
                .filter(path -> ofStudy || Designs.ids().contains(path.design().id()))
                .findFirst();
        return "Of " + ranked.size() + " legal paths " + best.design().id() + " comes first: it "
                + promises(best) + ", " + price(best) + "."
                + other.map(path -> " " + against(best, path, ofStudy, ranked.indexOf(path) + 1))
                        .orElse("");
    }

    private static String promises(ExploredPath path) {
        String kept = path.broken() == 0
                ? "keeps every promise" + (path.unknown() == 0 ? "" : " that is decided")
                : "breaks " + String.join(" and ", path.brokenRows()) + ", as few promises as any";
        return kept
                + switch (path.yours()) {
                    case 0 -> "";
                    case 1 -> ", on 1 condition of yours";
                    default -> ", on " + path.yours() + " conditions of yours";
                };
    }

    private static String price(ExploredPath path) {
        if (path.perMonth().isEmpty() && path.atLeast().amount().signum() == 0) {
            return "at a cost that is not known";
        }
        return "at " + rounded(path.atLeast().amount()) + " " + path.atLeast().currency() + " a month"
                + (path.perMonth().isEmpty() ? " or more" : "");
    }

    private static String against(ExploredPath best, ExploredPath other, boolean ofStudy, int rank) {
        Neighbour step = Neighbours.neighbour(other, best);
        int fewer = other.yours() - best.yours();
        String conditions = fewer == 0 ? "" : ", " + Math.abs(fewer) + (fewer > 0 ? " fewer" : " more") + " of yours";
        return (ofStudy ? "The next" : "The best of the study's designs") + " is "
                + other.design().id() + ", number " + rank + ". From there: " + step.told() + conditions + ".";
    }

    private static String rounded(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }
}
