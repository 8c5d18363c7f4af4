package dev.gatehouse.model.cost;

import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What becomes of the costs when the load is another: which design is cheaper at which load, what twice the load costs,
 * and what one model more costs.
 *
 * <p>Another load is a multiple of the spec's: all averages and peaks together, while bodies and connections that a
 * spec says are held stay as they are. A cost is then made of straight pieces, broken where a tier of a price ends,
 * where another dimension of a capacity unit rules, and where a pod more is needed; crossovers are the roots of these
 * pieces in exact fractions, and no load is tried out.
 *
 * @param requestsPerMonth the spec's load
 * @param request the mean body of a request
 * @param response the mean body of an answer
 * @param typical the model that "one model more" copies: the middle one by bytes, of two the smaller
 * @param designs in the order asked
 * @param pairs each design against each later one
 */
public record Sensitivity(
        BigDecimal requestsPerMonth,
        DataSize request,
        DataSize response,
        String typical,
        List<LoadCost> designs,
        List<Rivals> pairs) {
    private static final int SHOWN_DIGITS = 34;

    /** Copies the lists. */
    public Sensitivity {
        designs = List.copyOf(designs);
        pairs = List.copyOf(pairs);
    }

    /** How many times the spec's load is followed at most. */
    public static Ratio most() {
        return Curve.MOST;
    }

    /**
     * Of designs of one platform, in a month on the usual terms.
     *
     * @param topologies at least one; all of the same spec
     */
    public static Sensitivity of(List<Topology> topologies) {
        return of(topologies, CostTerms.of(topologies.get(0).known()));
    }

    /** As {@link #of(List)}, in a month of these terms. */
    public static Sensitivity of(List<Topology> topologies, CostTerms terms) {
        PlatformSpec spec = topologies.get(0).spec();
        Model typical = OneMoreModel.typical(spec);
        BigDecimal requests = perHour(spec, model -> BigDecimal.ONE);
        BigDecimal perMonth = requests.multiply(terms.hours());
        List<DesignCurve> curves = topologies.stream()
                .map(topology -> DesignCurve.of(topology, terms))
                .toList();
        List<LoadCost> costs = new ArrayList<>();
        for (int at = 0; at < curves.size(); at++) {
            costs.add(new LoadCost(
                    curves.get(at).design(),
                    curves.get(at).doubled().map(Sensitivity::dollars),
                    OneMoreModel.cost(topologies.get(at), typical, terms)));
        }
        return new Sensitivity(
                perMonth,
                mean(requests, perHour(spec, model -> bytes(model.load().request()))),
                mean(requests, perHour(spec, model -> bytes(model.load().response()))),
                typical.name(),
                costs,
                pairs(curves, perMonth));
    }

    private static List<Rivals> pairs(List<DesignCurve> curves, BigDecimal requestsPerMonth) {
        List<Rivals> pairs = new ArrayList<>();
        for (int one = 0; one < curves.size(); one++) {
            for (int other = one + 1; other < curves.size(); other++) {
                pairs.add(Rivals.of(curves.get(one), curves.get(other), requestsPerMonth));
            }
        }
        return pairs;
    }

    private static BigDecimal perHour(PlatformSpec spec, Function<Model, BigDecimal> of) {
        return spec.models().stream()
                .map(model -> model.load().average().perHour().multiply(of.apply(model)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal bytes(DataSize size) {
        return BigDecimal.valueOf(size.bytes());
    }

    private static DataSize mean(BigDecimal requests, BigDecimal bytes) {
        return DataSize.ofBytes(
                requests.signum() == 0
                        ? 0
                        : bytes.divide(requests, 0, RoundingMode.HALF_UP).longValueExact());
    }

    private static Money dollars(Ratio amount) {
        return new Money(amount.toDecimal(new MathContext(SHOWN_DIGITS, RoundingMode.HALF_EVEN)), "USD");
    }
}
