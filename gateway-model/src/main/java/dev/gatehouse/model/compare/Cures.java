package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.MonthlyCostAtMost;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.model.topology.PathDifference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would fix the broken cells of the designs compared: the nearest legal paths, then words in the spec. Nothing is
 * told that was not tried: comparing with the cure keeps the promise and loses nothing that the design keeps. A path is
 * tried when the first cell needs it, and once for all of them.
 */
final class Cures {
    /** How many paths are told for a cell. */
    static final int MOST = 3;

    private final PlatformSpec spec;
    private final Facts facts;
    private final Map<String, Candidate> tried = new HashMap<>();
    private @Nullable DesignSpace space;

    /**
     * @param facts seen from the day compared
     * @param compared the designs of the table, which need not be tried again
     */
    Cures(PlatformSpec spec, Facts facts, List<Candidate> compared) {
        this.spec = spec;
        this.facts = facts;
        compared.forEach(candidate -> tried.put(candidate.design().id(), candidate));
    }

    /** The design's cells, the broken ones with what would fix them. */
    List<Cell> cured(Candidate own) {
        if (own.count(State.BROKEN) == 0) {
            return own.cells();
        }
        NearPaths near = new NearPaths(own, space().near(own.design()), this::candidate);
        return own.cells().stream().map(cell -> cured(cell, own, near)).toList();
    }

    private DesignSpace space() {
        DesignSpace known = space;
        if (known == null) {
            known = DesignSpace.of(facts);
            space = known;
        }
        return known;
    }

    private Candidate candidate(Design design) {
        return tried.computeIfAbsent(design.id(), id -> Candidate.of(spec, facts, design));
    }

    private Cell cured(Cell cell, Candidate own, NearPaths near) {
        if (!(cell.outcome() instanceof Broken broken)) {
            return cell;
        }
        List<Cure> cures = new ArrayList<>(byPath(cell, own, near));
        Stream.concat(broken.cures().stream(), byFreeChoice(cell, own))
                .flatMap(cure -> bySpec(cure, cell, own).stream())
                .forEach(cures::add);
        return cell.with(new Broken(broken.dueTo(), broken.why(), cures));
    }

    // ---- another path

    private List<Cure> byPath(Cell cell, Candidate own, NearPaths near) {
        List<Candidate> paths = near.nearest(path -> path.keeps(cell) && near.loss(path) == Candidate.Loss.NOTHING);
        if (!paths.isEmpty()) {
            return paths.stream()
                    .limit(MOST)
                    .map(path -> priced(Optional.of(path), words(own, path), own, path, Optional.empty()))
                    .toList();
        }
        return near.nearest(path -> path.keeps(cell) && near.loss(path) == Candidate.Loss.MONEY).stream()
                .flatMap(path -> forMore(cell, own, path).stream())
                .limit(MOST)
                .toList();
    }

    /** A path that costs more than the spec allows, together with a spec that allows it. */
    private Optional<Cure> forMore(Cell cell, Candidate own, Candidate path) {
        return spec.requirements(MonthlyCostAtMost.class).stream()
                .findFirst()
                .map(asked -> MonthlyCostQuestion.allowing(spec, asked, path.cost()))
                .flatMap(allowing -> allowing.spec().flatMap(changed -> {
                    Candidate then = Candidate.of(changed, facts, path.design());
                    return isCure(allowing, then, cell, own)
                            ? Optional.of(priced(
                                    Optional.of(path),
                                    words(own, path) + ", and " + allowing.text(),
                                    own,
                                    then,
                                    allowing.spec()))
                            : Optional.empty();
                }));
    }

    private static String words(Candidate own, Candidate path) {
        return PathDifference.between(own.design().path(), path.design().path()).words();
    }

    // ---- another word in the spec

    /** Where the spec says who shall keep what, and that does not go: let the search choose. */
    private Stream<Cure> byFreeChoice(Cell cell, Candidate own) {
        boolean byOneHop = own.topology().keepings().stream()
                .anyMatch(keeping -> keeping.requirement().word().equals(cell.row()));
        return byOneHop
                ? spec.keepers().keySet().stream()
                        .map(word -> Cure.bySpec(
                                "leave keepers: { " + word + " } out, so that another hop may keep it",
                                spec.withoutKeeper(word)))
                : Stream.empty();
    }

    private Optional<Cure> bySpec(Cure cure, Cell cell, Candidate own) {
        if (cure.spec().isEmpty()) {
            return Optional.of(cure);
        }
        Candidate then = Candidate.of(cure.spec().get(), facts, own.design());
        if (!isCure(cure, then, cell, own)) {
            return Optional.empty();
        }
        return Optional.of(
                cure.unpriced().isPresent() ? cure : priced(Optional.empty(), cure.text(), own, then, cure.spec()));
    }

    /** Whether the cell is kept then and nothing is lost; money of an unknown amount can't be kept within anything. */
    private static boolean isCure(Cure cure, Candidate then, Cell cell, Candidate own) {
        boolean open = cure.unpriced().isPresent();
        boolean kept = then.keeps(cell)
                || (open
                        && cell.row().equals(MonthlyCostQuestion.ROW)
                        && then.states().of(cell) == State.UNKNOWN);
        Candidate.Loss loss = then.loss(own);
        return kept && (loss == Candidate.Loss.NOTHING || (open && loss == Candidate.Loss.MONEY));
    }

    private static Cure priced(
            Optional<Candidate> path, String text, Candidate own, Candidate then, Optional<PlatformSpec> changed) {
        List<String> unknown = then.cost().unknownAgainst(own.cost());
        return new Cure(
                text,
                path.map(candidate -> candidate.design().id()),
                then.cost().over(own.cost()).map(MonthlyCostQuestion::toTheCent),
                unknown.isEmpty()
                        ? Optional.empty()
                        : Optional.of(unknown.get(0)
                                + (unknown.size() == 1 ? "" : ", and " + (unknown.size() - 1) + " more")),
                changed);
    }
}
