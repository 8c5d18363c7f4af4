package dev.gatehouse.model.explore;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.model.topology.Designs;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Every legal path for one platform, as of one day.
 *
 * <pre>{@code
 * Exploration exploration = Exploration.of(spec, Facts.bundled(), day, day);
 * exploration.paths().get(0).design().id();     // the best
 * }</pre>
 *
 * @param spec the platform
 * @param facts what was known, seen from {@code asOf}
 * @param asOf the day whose facts hold and whose links are legal
 * @param space the legal paths and those that a rule refuses
 * @param paths the legal paths, best first: fewest broken promises, then unknown ones, then conditions of yours, then
 *     by cost, latency, availability and hops
 * @param front the paths than which no other is better in something and as good in everything, best first
 * @param neighbours of each of the study's designs that is legal, in the order of the study
 */
public record Exploration(
        PlatformSpec spec,
        Facts facts,
        LocalDate asOf,
        DesignSpace space,
        List<ExploredPath> paths,
        List<ExploredPath> front,
        List<Neighbours> neighbours) {
    /** Copies the lists. */
    public Exploration {
        paths = List.copyOf(paths);
        front = List.copyOf(front);
        neighbours = List.copyOf(neighbours);
    }

    /**
     * Explores every legal path.
     *
     * @param facts what is known, own facts included
     * @param asOf the day whose facts hold
     * @param today the machine's date: decides which waivers hold
     */
    public static Exploration of(PlatformSpec spec, Facts facts, LocalDate asOf, LocalDate today) {
        Facts seen = facts.asOf(asOf);
        return of(spec, seen, DesignSpace.of(seen), today);
    }

    /**
     * Explores every legal path for each of many platforms, side by side on the cores that the machine has: which paths
     * are legal is found once for all of them.
     *
     * @param facts what is known, own facts included
     * @param asOf the day whose facts hold
     * @param today the machine's date: decides which waivers hold
     * @return one for each platform, in their order
     */
    public static List<Exploration> each(List<PlatformSpec> specs, Facts facts, LocalDate asOf, LocalDate today) {
        Facts seen = facts.asOf(asOf);
        DesignSpace space = DesignSpace.of(seen);
        return specs.parallelStream().map(spec -> of(spec, seen, space, today)).toList();
    }

    /** @param seen what is known, seen from the day whose facts hold */
    private static Exploration of(PlatformSpec spec, Facts seen, DesignSpace space, LocalDate today) {
        List<ExploredPath> paths = space.designs().stream()
                .map(design -> ExploredPath.of(spec, seen, design, today))
                .sorted(Order.BEST_FIRST)
                .toList();
        List<Neighbours> neighbours = Designs.ids().stream()
                .flatMap(id -> find(paths, id).stream())
                .map(design -> Neighbours.of(design, space, paths))
                .toList();
        return new Exploration(spec, seen, seen.day(), space, paths, Front.of(paths), neighbours);
    }

    /** In words: which path wins, on what, and what leads there from the best of the study's designs. */
    public String verdict() {
        return Verdict.of(paths);
    }

    /** The best path. */
    public ExploredPath best() {
        return paths.get(0);
    }

    /** The path of that id, if it is legal. */
    public Optional<ExploredPath> path(String id) {
        return find(paths, id);
    }

    /** Where a path stands in the ranking, from 1. */
    public int rank(ExploredPath path) {
        return paths.indexOf(path) + 1;
    }

    /** What going from one path to another changes. */
    public Neighbour step(ExploredPath from, ExploredPath to) {
        return Neighbours.neighbour(from, to);
    }

    private static Optional<ExploredPath> find(List<ExploredPath> paths, String id) {
        return paths.stream().filter(path -> path.design().id().equals(id)).findFirst();
    }
}
