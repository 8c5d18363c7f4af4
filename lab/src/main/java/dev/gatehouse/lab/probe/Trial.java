package dev.gatehouse.lab.probe;

import dev.gatehouse.lab.Lab;
import dev.gatehouse.lab.Labs;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.model.compare.Broken;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.State;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The cells of one design on a running lab, each at the tempo that suits it. What disagrees is tried again on slower
 * clocks: at 100 times the speed a gap of 12 s in a stream that may fall silent for 15 s leaves 30 ms, and a process
 * that waits 50 ms for a processor breaks a promise that no hop breaks. For one thread.
 */
final class Trial {
    private static final List<Integer> SLOWED = List.of(1, 5, 25);
    private static final String LAST = "rate-limit";

    private final DesignAnswer answer;
    private final List<Cell> cells;
    private final Map<String, Probe> byRow;
    private final Map<List<String>, ProbeResult> results = new LinkedHashMap<>();

    /**
     * Tries nothing yet.
     *
     * @param cells of rows that a probe proves
     */
    Trial(DesignAnswer answer, List<Cell> cells, Map<String, Probe> byRow) {
        this.answer = answer;
        this.cells = cells.stream()
                .sorted(Comparator.comparing((Cell cell) -> cell.row().equals(LAST)))
                .toList();
        this.byRow = byRow;
    }

    /** A result for each entry and model of each cell. */
    List<ProbeResult> results() {
        List<Tempo> tempos = cells.stream()
                .flatMap(cell -> answer.topology().spec().models().stream().map(model -> Tempo.of(cell, model)))
                .distinct()
                .toList();
        Loops loops = Loops.start("gatehouse-probe", 1);
        try {
            for (int slowed : SLOWED) {
                if (slowed == 1 || results.values().stream().anyMatch(result -> !result.agreed())) {
                    round(tempos, slowed, loops);
                }
            }
        } finally {
            loops.close();
        }
        return List.copyOf(results.values());
    }

    private void round(List<Tempo> tempos, int slowed, Loops loops) {
        try (Labs labs = Labs.start(
                answer.topology(),
                tempos.stream().map(tempo -> tempo.options(slowed)).toList())) {
            for (Tempo tempo : tempos) {
                Lab lab = labs.all().get(tempos.indexOf(tempo));
                try (Bench bench = new Bench(lab, answer, loops)) {
                    cells.stream()
                            .flatMap(cell -> targets(bench, cell, tempo))
                            .filter(this::isOpen)
                            .forEach(target -> results.put(key(target), result(bench, target)));
                }
            }
        }
    }

    private static Stream<Bench.Target> targets(Bench bench, Cell cell, Tempo tempo) {
        return bench.targets(cell).stream()
                .filter(target -> Tempo.of(cell, target.model()).equals(tempo))
                .limit(cell.row().equals(LAST) ? 1 : Long.MAX_VALUE);
    }

    private boolean isOpen(Bench.Target target) {
        ProbeResult known = results.get(key(target));
        return known == null || !known.agreed();
    }

    private static List<String> key(Bench.Target target) {
        return List.of(
                target.cell().row(),
                target.path().entry().name(),
                target.model().name());
    }

    private ProbeResult result(Bench bench, Bench.Target target) {
        Cell cell = target.cell();
        Observed observed = Observed.NOT_KEPT;
        boolean agreed = false;
        String detail;
        try {
            Probe probe = Objects.requireNonNull(byRow.get(cell.row()), cell.row());
            Observation seen = probe.observe(bench, target);
            observed = seen.observed();
            agreed = agrees(cell, seen);
            detail = seen.detail();
        } catch (IOException e) {
            detail = "the probe itself failed: " + e.getMessage();
        }
        return new ProbeResult(
                cell.row(),
                target.path().entry().name(),
                target.model().name(),
                cell.state(),
                observed,
                agreed,
                detail);
    }

    private static boolean agrees(Cell cell, Observation seen) {
        if (cell.outcome() instanceof Broken broken) {
            return seen.observed() == Observed.NOT_KEPT
                    && seen.hop().map(broken.dueTo().id()::equals).orElse(true);
        }
        return seen.observed() == Observed.KEPT
                || (seen.observed() == Observed.LEFT_TO_YOU && cell.state() == State.CONDITIONAL);
    }
}
