package dev.gatehouse.report.view;

import dev.gatehouse.model.cost.LoadCost;
import dev.gatehouse.model.cost.Sensitivity;
import dev.gatehouse.model.unit.Money;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What becomes of the costs at another load, arranged for reading.
 *
 * @param load the load that multiples are of, in words
 * @param lines what more load costs each design
 * @param pairs a sentence for each pair of designs: which one is cheaper at which load
 */
public record SensitivityView(String load, List<SensitivityLine> lines, List<String> pairs) {
    private static final int CENTS = 2;

    /** Copies the lists. */
    public SensitivityView {
        lines = List.copyOf(lines);
        pairs = List.copyOf(pairs);
    }

    /** Arranges the sensitivity of the designs of {@code view}. */
    public static SensitivityView of(ComparisonView view) {
        Sensitivity sensitivity = view.comparison().sensitivity();
        RivalsText rivals = new RivalsText(sensitivity, view.columns());
        return new SensitivityView(
                rivals.load(),
                List.of(
                        line("twice the load", sensitivity, LoadCost::doubled),
                        line("one more model like " + sensitivity.typical(), sensitivity, LoadCost::oneMore)),
                rivals.sentences());
    }

    private static SensitivityLine line(
            String label, Sensitivity sensitivity, Function<LoadCost, Optional<Money>> more) {
        return new SensitivityLine(
                label,
                sensitivity.designs().stream()
                        .map(cost -> more.apply(cost).map(SensitivityView::more).orElse("unknown"))
                        .toList());
    }

    private static String more(Money money) {
        return (money.amount().signum() < 0 ? "" : "+")
                + money.amount().setScale(CENTS, RoundingMode.HALF_UP).toPlainString() + " " + money.currency();
    }
}
