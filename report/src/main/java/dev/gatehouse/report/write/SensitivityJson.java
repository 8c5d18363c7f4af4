package dev.gatehouse.report.write;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.cost.Crossover;
import dev.gatehouse.model.cost.Ratio;
import dev.gatehouse.model.cost.Rivals;
import dev.gatehouse.model.cost.Sensitivity;
import dev.gatehouse.model.cost.Stretch;
import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of the costs at another load; factors to twelve digits, requests as whole ones. */
final class SensitivityJson {
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_UP);
    private static final int CENTS = 2;

    private SensitivityJson() {}

    static ObjectNode of(Comparison comparison) {
        Sensitivity sensitivity = comparison.sensitivity();
        List<Cost> costs = comparison.designs().stream().map(DesignAnswer::cost).toList();
        ObjectNode node = JsonText.object()
                .put("requestsPerMonth", whole(sensitivity.requestsPerMonth()))
                .put("request", sensitivity.request().toString())
                .put("response", sensitivity.response().toString())
                .put("upTo", Sensitivity.most().toString())
                .put("oneMoreLike", sensitivity.typical());
        ArrayNode designs = node.putArray("designs");
        sensitivity.designs().forEach(cost -> {
            ObjectNode design = designs.addObject().put("id", cost.design());
            JsonText.putOptional(design, "doubled", cost.doubled().map(SensitivityJson::cents));
            JsonText.putOptional(design, "oneMore", cost.oneMore().map(SensitivityJson::cents));
        });
        ArrayNode pairs = node.putArray("pairs");
        sensitivity.pairs().forEach(pair -> pairs.add(pair(pair)));
        List<Evidence> known =
                costs.stream().flatMap(cost -> cost.evidence().stream()).toList();
        List<Fact> facts =
                costs.stream().flatMap(cost -> cost.facts().stream()).distinct().toList();
        EvidenceJson.put(
                node,
                known.isEmpty() ? Optional.empty() : Optional.of(Evidence.weakest(known)),
                facts,
                "the load of the spec");
        return node;
    }

    private static ObjectNode pair(Rivals pair) {
        ObjectNode node = JsonText.object().put("one", pair.one()).put("other", pair.other());
        ArrayNode stretches = node.putArray("stretches");
        for (Stretch stretch : pair.stretches()) {
            stretches
                    .addObject()
                    .put("from", factor(stretch.from()))
                    .put("to", factor(stretch.to()))
                    .put("cheaper", stretch.standing().name().toLowerCase(Locale.ROOT));
        }
        ArrayNode crossovers = node.putArray("crossovers");
        for (Crossover crossover : pair.crossovers()) {
            crossovers
                    .addObject()
                    .put("factor", factor(crossover.factor()))
                    .put("requestsPerMonth", whole(crossover.requestsPerMonth()))
                    .put("below", crossover.below())
                    .put("above", crossover.above());
        }
        ArrayNode missing = node.putArray("missing");
        pair.missing().forEach(missing::add);
        return node;
    }

    private static String factor(Ratio factor) {
        return factor.toDecimal(DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String whole(BigDecimal requests) {
        return requests.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    private static String cents(Money money) {
        return money.amount().setScale(CENTS, RoundingMode.HALF_UP).toPlainString();
    }
}
