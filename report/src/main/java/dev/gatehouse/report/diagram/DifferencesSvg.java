package dev.gatehouse.report.diagram;

import dev.gatehouse.measurements.result.Figures;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.PairVerdict;
import dev.gatehouse.measurements.result.RoundFigures;
import dev.gatehouse.report.view.Markup;
import dev.gatehouse.report.view.ResultView;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Paired differences as a drawing: a line for each pair with a dot for each round, the median of the differences and
 * its interval; behind all of them the band of delta, and the noise floor. Left of zero the first of a pair is faster.
 */
public final class DifferencesSvg {
    private static final int NAMES = 400;
    private static final int PLOT = 560;
    private static final int RIGHT = 40;
    private static final int LINE = 34;
    private static final int TOP = 34;

    private final Measurement measurement;
    private final long widest;
    private final Pen pen = new Pen();

    private DifferencesSvg(Measurement measurement) {
        this.measurement = measurement;
        this.widest = Math.max(
                1,
                measurement.verdicts().stream()
                        .flatMapToLong(pair -> LongStream.concat(
                                LongStream.of(
                                        pair.deltaNanos(),
                                        pair.p50().lowNanos(),
                                        pair.p50().highNanos()),
                                differences(pair).stream().mapToLong(Long::longValue)))
                        .map(Math::abs)
                        .max()
                        .orElse(1));
    }

    /** A part of a page that gives the colours. Only for a run whose pairs have verdicts. */
    public static String inline(Measurement measurement) {
        DifferencesSvg drawing = new DifferencesSvg(measurement);
        int width = NAMES + PLOT + RIGHT;
        int height = TOP + LINE * measurement.verdicts().size() + 30;
        String title = Markup.escape("Differences of the medians, round by round: "
                + measurement.plan().question());
        return "<svg class=\"differences\" role=\"img\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 "
                + width + " " + height + "\" aria-label=\"" + title + "\">\n<title>" + title + "</title>\n"
                + drawing.elements(height) + "</svg>\n";
    }

    private String elements(int height) {
        List<PairVerdict> verdicts = measurement.verdicts();
        pen.text("scale start", NAMES, 14, "first is faster by " + ResultView.millis(widest));
        pen.text("scale end", NAMES + PLOT, 14, "first is slower by " + ResultView.millis(widest));
        for (int i = 0; i < verdicts.size(); i++) {
            PairVerdict pair = verdicts.get(i);
            int middle = TOP + LINE * i + LINE / 2;
            pen.box("delta", x(-pair.deltaNanos()), middle - LINE / 2 + 2, width(pair.deltaNanos()), LINE - 4, 3);
            pen.text("name", 0, middle - 2, pair.a());
            pen.text(
                    "other",
                    0,
                    middle + 12,
                    "beside " + pair.b() + ": " + pair.verdict().words());
            differences(pair).forEach(difference -> pen.box("round", x(difference) - 2, middle - 9, 4, 4, 2));
            int low = x(pair.p50().lowNanos());
            int high = x(pair.p50().highNanos());
            pen.line("interval", "M" + low + " " + (middle + 6) + "H" + high);
            pen.box("median", x(pair.p50().nanos()) - 3, middle + 2, 7, 8, 1);
        }
        pen.line("zero", "M" + x(0) + " 20V" + (height - 26));
        measurement.noiseFloor().ifPresent(floor -> {
            pen.line("floor", "M" + x(-floor.nanos()) + " 20V" + (height - 26));
            pen.line("floor", "M" + x(floor.nanos()) + " 20V" + (height - 26));
        });
        pen.text(
                "scale start",
                NAMES,
                height - 8,
                "dots: rounds; bar: 95 % interval of the median; shaded: within delta; dashed: noise floor");
        return pen.toString();
    }

    private List<Long> differences(PairVerdict pair) {
        List<Long> differences = new ArrayList<>();
        for (RoundFigures round : measurement.rounds()) {
            OptionalLong a = median(round, pair.a());
            OptionalLong b = median(round, pair.b());
            if (a.isPresent() && b.isPresent()) {
                differences.add(a.getAsLong() - b.getAsLong());
            }
        }
        return differences;
    }

    private static OptionalLong median(RoundFigures round, String contestant) {
        Figures figures = round.contestants().get(contestant);
        return figures == null ? OptionalLong.empty() : figures.p50Nanos();
    }

    private int x(long nanos) {
        long clipped = Math.max(-widest, Math.min(widest, nanos));
        return NAMES + PLOT / 2 + (int) (clipped * (double) (PLOT / 2) / widest);
    }

    private int width(long nanos) {
        return x(nanos) - x(-nanos);
    }
}
