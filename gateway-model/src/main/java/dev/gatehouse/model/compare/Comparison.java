package dev.gatehouse.model.compare;

import dev.gatehouse.model.cost.Sensitivity;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The designs side by side for one platform, as of one day.
 *
 * @param spec the platform
 * @param facts what was known, seen from {@code asOf}
 * @param asOf the day whose facts hold
 * @param rows the ids of the rows that some design answers, in order
 * @param designs an answer for each design, in the order asked
 * @param study what became of the study's claims
 * @param verdict one line: which designs keep everything, on how many conditions of yours, and the nearest miss
 */
public record Comparison(
        PlatformSpec spec,
        Facts facts,
        LocalDate asOf,
        List<String> rows,
        List<DesignAnswer> designs,
        List<StudyAnswer> study,
        String verdict) {
    /** Copies the lists. */
    public Comparison {
        rows = List.copyOf(rows);
        designs = List.copyOf(designs);
        study = List.copyOf(study);
    }

    /**
     * Compares designs.
     *
     * @param facts what is known, own facts included
     * @param designs those to compare, at least one
     * @param asOf the day whose facts hold
     * @param today the machine's date: decides which waivers hold, and what "today" means where {@code asOf} is earlier
     */
    public static Comparison of(PlatformSpec spec, Facts facts, List<Design> designs, LocalDate asOf, LocalDate today) {
        return new ComparisonFold(spec, facts, designs, asOf, today).comparison();
    }

    /** The answer for a design, if it was compared. */
    public Optional<DesignAnswer> design(String id) {
        return designs.stream()
                .filter(answer -> answer.design().id().equals(id))
                .findFirst();
    }

    /** For each pair of designs which one is faster on the first public entry, in the order of the designs. */
    public List<DesignRace> races() {
        List<DesignRace> races = new ArrayList<>();
        for (int one = 0; one < designs.size(); one++) {
            for (int other = one + 1; other < designs.size(); other++) {
                races.add(new DesignRace(
                        designs.get(one).design().id(),
                        designs.get(other).design().id(),
                        designs.get(one)
                                .mainLatency()
                                .against(designs.get(other).mainLatency())));
            }
        }
        return races;
    }

    /** What becomes of the designs' costs at another load, and what one model more costs. */
    public Sensitivity sensitivity() {
        return Sensitivity.of(designs.stream().map(DesignAnswer::topology).toList());
    }

    /**
     * The design to choose: fewest broken cells, then unknown ones, then conditions of yours, then hops; of equals the
     * first.
     */
    public DesignAnswer chosen() {
        return designs.stream()
                .min(Ranking.BEST_FIRST)
                .orElseThrow(() -> new IllegalStateException("a comparison has at least one design"));
    }
}
