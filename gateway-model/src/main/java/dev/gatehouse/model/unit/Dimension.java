package dev.gatehouse.model.unit;

/** What a {@link Unit} measures. Quantities of different dimensions can't be compared. */
public enum Dimension {
    /** A bare count. */
    COUNT("a count", "100"),
    /** A span of time. */
    TIME("a time", "5 s"),
    /** An amount of data. */
    SIZE("a size", "6 KB"),
    /** How often something happens. */
    RATE("a rate", "150/s"),
    /** A part of a whole. */
    SHARE("a share", "10 %"),
    /** A price or cost. */
    MONEY("an amount of money", "3000 USD");

    private final String words;
    private final String example;

    Dimension(String words, String example) {
        this.words = words;
        this.example = example;
    }

    /** The dimension in a sentence, such as {@code a time}. */
    public String words() {
        return words;
    }

    /** A quantity of this dimension as somebody would write it. */
    public String example() {
        return example;
    }
}
