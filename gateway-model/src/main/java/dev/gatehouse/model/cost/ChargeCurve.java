package dev.gatehouse.model.cost;

import java.util.Optional;

/**
 * A charge at any load.
 *
 * @param sheet the kind on whose sheet the price stands
 * @param price the price's name there
 * @param quantity how much of it
 * @param amount what that comes to in dollars, as far as prices are known
 * @param knownTo the load up to which the amount is all of it
 * @param missing what must be known beyond; empty if nothing
 */
record ChargeCurve(String sheet, String price, Curve quantity, Curve amount, Ratio knownTo, Optional<String> missing) {
    /** A charge whose quantity can't be told. */
    static ChargeCurve unknown(Charge charge, String missing) {
        return new ChargeCurve(
                charge.sheet(), charge.price(), Curve.zero(), Curve.zero(), Ratio.ZERO, Optional.of(missing));
    }

    /** Whether it costs as much as the other at every load, whatever the price. */
    boolean costsTheSame(ChargeCurve other) {
        return sheet.equals(other.sheet)
                && price.equals(other.price)
                && quantity.equals(other.quantity)
                && isOfPrice()
                && other.isOfPrice();
    }

    /** Whether it is the price, and not the quantity, that may be missing. */
    private boolean isOfPrice() {
        return !quantity.equals(Curve.zero()) || missing.isEmpty();
    }

    /** How much more it is at one load than at another; empty if that hangs on something unknown. */
    Optional<Ratio> more(Ratio from, Ratio to) {
        if (knownTo.compareTo(to) >= 0) {
            return Optional.of(amount.at(to).minus(amount.at(from)));
        }
        return isOfPrice() && quantity.at(from).equals(quantity.at(to)) ? Optional.of(Ratio.ZERO) : Optional.empty();
    }
}
