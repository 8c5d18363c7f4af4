package dev.gatehouse.report.view;

import dev.gatehouse.model.cost.Crossover;
import dev.gatehouse.model.cost.Ratio;
import dev.gatehouse.model.cost.Rivals;
import dev.gatehouse.model.cost.Sensitivity;
import dev.gatehouse.model.cost.Standing;
import dev.gatehouse.model.cost.Stretch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Says which of two designs is cheaper at which load: {@code 4a is cheaper than 2 above 8.67 M requests a month}. */
final class RivalsText {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final int MANY = 4;

    private final Sensitivity sensitivity;
    private final List<Column> columns;

    RivalsText(Sensitivity sensitivity, List<Column> columns) {
        this.sensitivity = sensitivity;
        this.columns = List.copyOf(columns);
    }

    /** The spec's load, which multiples are of. */
    String load() {
        return "The load is " + requests(sensitivity.requestsPerMonth()) + " requests a month, of "
                + size(sensitivity.request().bytes()) + " and with answers of "
                + size(sensitivity.response().bytes()) + " on average; costs are followed up to "
                + Sensitivity.most() + " times as much.";
    }

    /** A sentence for each pair; one for all where nothing is known of any. */
    List<String> sentences() {
        List<Rivals> pairs = sensitivity.pairs();
        boolean nothing = !pairs.isEmpty()
                && pairs.stream()
                        .allMatch(pair -> pair.stretches().size() == 1
                                && pair.stretches().get(0).standing() == Standing.UNKNOWN);
        return nothing
                ? List.of("Which one is cheaper is not known: "
                        + missing(pairs.get(0).missing()))
                : pairs.stream().map(this::sentence).toList();
    }

    private String sentence(Rivals pair) {
        List<Stretch> stretches = pair.stretches();
        if (stretches.size() == 1) {
            return atEveryLoad(pair, stretches.get(0).standing());
        }
        if (stretches.size() == 2 && pair.crossovers().size() == 1) {
            Crossover crossover = pair.crossovers().get(0);
            return head(crossover.above()) + " is cheaper than " + head(crossover.below()) + " above "
                    + at(crossover.factor());
        }
        return head(pair.one()) + " or " + head(pair.other()) + ": "
                + (stretches.size() > MANY ? inShort(pair, stretches) : parts(pair, stretches))
                + (pair.missing().isEmpty() ? "" : "; not known: " + missing(pair.missing()));
    }

    private String parts(Rivals pair, List<Stretch> stretches) {
        return stretches.stream().map(stretch -> part(pair, stretch)).collect(Collectors.joining(", "));
    }

    /** Where steps, such as whole pods, change it often in a row: the first two stretches, how often, and the last. */
    private String inShort(Rivals pair, List<Stretch> stretches) {
        int last = stretches.size() - 1;
        return parts(pair, stretches.subList(0, 2)) + ", then " + (last - 1) + " changes up to "
                + at(stretches.get(last).from()) + ", " + part(pair, stretches.get(last));
    }

    private String atEveryLoad(Rivals pair, Standing standing) {
        String one = head(pair.one());
        String other = head(pair.other());
        return switch (standing) {
            case ONE -> one + " is cheaper than " + other + " at every load";
            case OTHER -> other + " is cheaper than " + one + " at every load";
            case ALIKE -> one + " costs the same as " + other + " at every load";
            case UNKNOWN -> one + " or " + other + ": open; not known: " + missing(pair.missing());
        };
    }

    private String part(Rivals pair, Stretch stretch) {
        String who = switch (stretch.standing()) {
            case ONE -> head(pair.one()) + " is cheaper";
            case OTHER -> head(pair.other()) + " is cheaper";
            case ALIKE -> "the same";
            case UNKNOWN -> "open";
        };
        return stretch.to().equals(Sensitivity.most()) ? who + " beyond" : who + " up to " + at(stretch.to());
    }

    private String at(Ratio factor) {
        BigDecimal load = factor.toDecimal(MathContext.DECIMAL128);
        return requests(load.multiply(sensitivity.requestsPerMonth())) + " requests a month ("
                + plain(load.round(THREE_DIGITS)) + " times the load)";
    }

    private static String missing(List<String> missing) {
        return missing.get(0) + (missing.size() == 1 ? "" : ", and " + (missing.size() - 1) + " more");
    }

    private static String requests(BigDecimal count) {
        return count.compareTo(MILLION) < 0
                ? plain(count.round(THREE_DIGITS))
                : plain(count.divide(MILLION, MathContext.DECIMAL128).round(THREE_DIGITS)) + " M";
    }

    private static String size(long bytes) {
        BigDecimal kilobytes = BigDecimal.valueOf(bytes).movePointLeft(3).round(THREE_DIGITS);
        return kilobytes.compareTo(BigDecimal.valueOf(1000)) < 0
                ? plain(kilobytes) + " KB"
                : plain(kilobytes.movePointLeft(3)) + " MB";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private String head(String design) {
        return columns.stream()
                .filter(column -> column.id().equals(design))
                .map(Column::head)
                .findFirst()
                .orElse(design);
    }
}
