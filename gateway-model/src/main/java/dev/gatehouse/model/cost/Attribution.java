package dev.gatehouse.model.cost;

import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Says which model a line is due to. A model answers for what the charge would be less without it; what no model adds
 * by itself, such as an hour of a balancer, is shared evenly. Where models together add more than there is, because a
 * free part can be saved only once, their shares shrink in proportion.
 */
final class Attribution {
    private static final MathContext DOWN = new MathContext(34, RoundingMode.DOWN);

    private final List<LineItem> lines;
    private final List<String> models;
    private final Map<String, List<LineItem>> withoutModel = new LinkedHashMap<>();

    Attribution(List<LineItem> lines, List<Model> models, Function<Model, List<LineItem>> without) {
        this.lines = lines;
        this.models = models.stream().map(Model::name).toList();
        models.forEach(model -> withoutModel.put(model.name(), without.apply(model)));
    }

    List<LineItem> attributed() {
        return lines.stream()
                .map(line -> line.amount().isEmpty()
                        ? line
                        : line.dueTo(shares(line, line.amount().get())))
                .toList();
    }

    private Map<String, Money> shares(LineItem line, Money amount) {
        BigDecimal charge = sum(lines, line);
        Map<String, BigDecimal> added = new LinkedHashMap<>();
        withoutModel.forEach((model, rest) ->
                added.put(model, charge.subtract(sum(rest, line)).max(BigDecimal.ZERO)));
        BigDecimal all = added.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Money> shares = new LinkedHashMap<>();
        BigDecimal left = amount.amount();
        for (int at = 0; at < models.size(); at++) {
            String model = models.get(at);
            BigDecimal part = at == models.size() - 1
                    ? left
                    : fraction(added.getOrDefault(model, BigDecimal.ZERO), all, charge)
                            .multiply(amount.amount(), DOWN);
            left = left.subtract(part);
            shares.put(model, new Money(part, amount.currency()));
        }
        return shares;
    }

    /** A model's part of a charge, as a part of 1, rounded down. */
    private BigDecimal fraction(BigDecimal added, BigDecimal all, BigDecimal charge) {
        if (charge.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (all.compareTo(charge) > 0) {
            return added.divide(all, DOWN);
        }
        BigDecimal even = charge.subtract(all).divide(BigDecimal.valueOf(models.size()), DOWN);
        return added.add(even).divide(charge, DOWN);
    }

    private static BigDecimal sum(List<LineItem> lines, LineItem charge) {
        return lines.stream()
                .filter(charge::isSameCharge)
                .flatMap(line -> line.amount().stream())
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
