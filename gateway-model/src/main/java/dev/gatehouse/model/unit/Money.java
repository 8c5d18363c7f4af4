package dev.gatehouse.model.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money, exact; a difference may be below 0.
 *
 * @param amount without trailing zeros
 * @param currency three capital letters, such as {@code USD}
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,18}(?:\\.[0-9]{1,18})?)[ ]*([A-Z]{3})");
    private static final Comparator<Money> ORDER =
            Comparator.comparing(Money::currency).thenComparing(Money::amount);

    /**
     * Strips trailing zeros.
     *
     * @throws IllegalArgumentException if {@code currency} is not three capital letters
     */
    public Money {
        if (currency.length() != 3 || !currency.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z')) {
            throw new IllegalArgumentException(
                    "a currency is three capital letters such as USD, not '" + currency + "'");
        }
        amount = amount.stripTrailingZeros();
    }

    /** An amount of dollars. */
    public static Money ofDollars(long dollars) {
        return new Money(BigDecimal.valueOf(dollars), "USD");
    }

    /**
     * Reads {@code 3000 USD} or {@code 0.0225 USD}.
     *
     * @throws IllegalArgumentException with a message for the user, if it is no amount with a currency
     */
    public static Money parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no amount of money; write the amount and its currency: '3000 USD'");
        }
        return new Money(new BigDecimal(matcher.group(1)), matcher.group(2));
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(this + " and " + other + " are of two currencies");
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** That many times as much. */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /** That much less than nothing. */
    public Money negated() {
        return times(BigDecimal.ONE.negate());
    }

    /** A difference in whole units with its sign: {@code −945 USD}, {@code +12 USD}, {@code ±0 USD}. */
    public String signed() {
        BigDecimal whole = amount.abs().setScale(0, RoundingMode.HALF_UP);
        String sign = whole.signum() == 0 ? "±" : amount.signum() < 0 ? "−" : "+";
        return sign + whole.toPlainString() + " " + currency;
    }

    /** By currency, then by amount. */
    @Override
    public int compareTo(Money other) {
        return ORDER.compare(this, other);
    }

    /** What {@link #parse(String)} reads back: {@code 3000 USD}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
