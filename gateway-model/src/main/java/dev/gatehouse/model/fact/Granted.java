package dev.gatehouse.model.fact;

/**
 * The vendor granted it to this account.
 *
 * @param reference where that is written: a case number, a contract
 */
public record Granted(String reference) implements Evidence {
    @Override
    public Kind kind() {
        return Kind.GRANTED;
    }

    @Override
    public String described() {
        return "granted, " + reference;
    }
}
