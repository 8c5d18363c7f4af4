package dev.gatehouse.model.cost;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Something that a hop is charged for, before it has a price.
 *
 * @param hop what it is charged for
 * @param item its name on the bill
 * @param text how the quantity comes about
 * @param sheet the kind on whose sheet the price stands: the hop's own, or that of something it uses
 * @param price the price's name there
 * @param usage how much, in the smallest unit: hours, months, requests, bytes
 * @param basis the facts that the quantity rests on
 * @param missing what must be known for the quantity and is not; empty if it is
 */
record Charge(
        HopKind hop,
        String item,
        String text,
        String sheet,
        String price,
        Usage usage,
        List<Fact> basis,
        Optional<String> missing) {
    /** The sheet of what a network costs besides its components. */
    static final String NETWORK = "network";

    Charge {
        basis = List.copyOf(basis);
    }

    /** A charge of a hop by its own sheet, under the price's name. */
    static Charge of(HopKind hop, String price, String text, BigDecimal quantity, Fact... basis) {
        return of(hop, price, text, Usage.of(quantity), basis);
    }

    /** As {@link #of(HopKind, String, String, BigDecimal, Fact...)}, for what does not just grow in a straight line. */
    static Charge of(HopKind hop, String price, String text, Usage usage, Fact... basis) {
        return new Charge(hop, price, text, hop.id(), price, usage, List.of(basis), Optional.empty());
    }

    /** A charge of the network for a hop. */
    static Charge ofNetwork(HopKind hop, String price, String text, BigDecimal quantity, Fact... basis) {
        return ofNetwork(hop, price, text, Usage.of(quantity), basis);
    }

    /** As the other, for what does not just grow in a straight line. */
    static Charge ofNetwork(HopKind hop, String price, String text, Usage usage, Fact... basis) {
        return new Charge(hop, price, text, NETWORK, price, usage, List.of(basis), Optional.empty());
    }

    /** A charge of a hop by the price of another sheet. */
    static Charge from(
            String sheet, HopKind hop, String item, String price, String text, BigDecimal quantity, Fact... basis) {
        return new Charge(hop, item, text, sheet, price, Usage.of(quantity), List.of(basis), Optional.empty());
    }

    /** A charge whose quantity can't be told. */
    static Charge unknown(HopKind hop, String item, String missing) {
        return new Charge(hop, item, item, hop.id(), item, Usage.of(BigDecimal.ZERO), List.of(), Optional.of(missing));
    }

    /** The same charge by another name, where a hop stands twice in a design. */
    Charge named(String name) {
        return new Charge(hop, name, text, sheet, price, usage, basis, missing);
    }

    /** How much at the load that it was reckoned for. */
    BigDecimal quantity() {
        return usage.quantity();
    }
}
