package dev.gatehouse.model.topology;

/**
 * What must be seen to for a promise to be kept.
 *
 * @param text what, one line without a final full stop
 * @param owner who sees to it
 */
public record Condition(String text, Owner owner) {
    /** Who sees to a condition. */
    public enum Owner {
        /** The generated files do. */
        GENERATOR("generator"),
        /** You must: the generated files can't. */
        YOU("you");

        private final String word;

        Owner(String word) {
            this.word = word;
        }

        /** The word of JSON and texts. */
        public String word() {
            return word;
        }
    }

    /** A condition that the generated files see to. */
    public static Condition generated(String text) {
        return new Condition(text, Owner.GENERATOR);
    }

    /** A condition that you must see to. */
    public static Condition yours(String text) {
        return new Condition(text, Owner.YOU);
    }

    /** Whether you must see to it. */
    public boolean isYours() {
        return owner == Owner.YOU;
    }
}
