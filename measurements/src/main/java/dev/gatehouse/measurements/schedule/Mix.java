package dev.gatehouse.measurements.schedule;

import dev.gatehouse.model.spec.Canary;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.model.unit.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the requests of a load test ask for, each kind in proportion to its weight.
 *
 * @param traffic one for each entry and model, by entry and then model; at least one, and one that has a weight
 */
public record Mix(List<Traffic> traffic) {
    /** The part of a model's requests that carry its canary's pin, where it has one. */
    public static final Share PINNED = Share.ofPercent(5);

    /**
     * Sorts, so that the order of a spec's models changes nothing.
     *
     * @throws IllegalArgumentException if nothing in it has a weight
     */
    public Mix {
        traffic = traffic.stream()
                .sorted(Comparator.comparing(Traffic::entry).thenComparing(Traffic::model))
                .toList();
        if (traffic.stream().noneMatch(kind -> kind.weight().compareTo(Rate.ZERO) > 0)) {
            throw new IllegalArgumentException("a mix asks for something");
        }
    }

    /**
     * The mix that a spec's average loads give. A model's load is split evenly over its entries; of the requests to a
     * model whose canary has a pin, {@link #PINNED} carry it.
     */
    public static Mix of(PlatformSpec spec) {
        return new Mix(spec.models().stream()
                .flatMap(model -> model.entries().stream().map(entry -> traffic(model, entry)))
                .toList());
    }

    /**
     * The part of this mix that {@code wanted} accepts: what every contestant can carry, say.
     *
     * @throws IllegalArgumentException if that is nothing
     */
    public Mix only(Predicate<Traffic> wanted) {
        return new Mix(traffic.stream().filter(wanted).toList());
    }

    private static Traffic traffic(Model model, String entry) {
        BigDecimal part =
                BigDecimal.ONE.divide(BigDecimal.valueOf(model.entries().size()), MathContext.DECIMAL64);
        return new Traffic(
                model.name(),
                entry,
                model.load().average().times(part),
                model.load().request(),
                model.canary().flatMap(Canary::pin),
                model.canary().flatMap(Canary::pin).isPresent() ? PINNED : Share.ofPercent(0),
                model.isStreamed());
    }
}
