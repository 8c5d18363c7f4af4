package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import java.util.List;
import java.util.Optional;

/**
 * Something that is no promise but that people weigh: hops, trusted hops, where TLS ends, what one more model touches,
 * who maintains a component, what a lost zone costs.
 *
 * @param id such as {@code one-more-model} or {@code maintenance}; of one id there may be several, on other components
 * @param hop the component that it is said of; empty: of the path as a whole
 * @param value as text
 * @param unit of the value; empty if it is words
 * @param facts what it rests on; empty where it rests on the spec alone
 */
public record Measure(String id, Optional<HopKind> hop, String value, String unit, List<Fact> facts) {
    /** Copies {@code facts}. */
    public Measure {
        facts = List.copyOf(facts);
    }

    static Measure ofSpec(String id, String value, String unit) {
        return new Measure(id, Optional.empty(), value, unit, List.of());
    }

    /** How it is known: as weak as the weakest fact that it rests on; empty where it rests on the spec alone. */
    public Optional<Evidence> evidence() {
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Evidence.weakest(facts.stream().map(Fact::evidence).toList()));
    }
}
