package dev.gatehouse.model.spec;

/**
 * Nobody on the wire reads along.
 *
 * @param scope where it holds
 * @param wires which wires
 */
public record Encrypted(Scope scope, Wires wires) implements Requirement {
    /** Which wires. */
    public enum Wires {
        /** Every wire from the client to the model. */
        ALL("all"),
        /** From the client to the first hop. */
        PUBLIC("public");

        private final String word;

        Wires(String word) {
            this.word = word;
        }

        /** The word of the spec. */
        public String word() {
            return word;
        }
    }

    @Override
    public String word() {
        return "encrypted";
    }
}
