package dev.gatehouse.model.spec;

/**
 * Nobody calls more than their plan allows.
 *
 * @param scope where it holds
 * @param by what is counted
 * @param whenLimiterFails what happens to requests while the limiter can't be asked
 */
public record RateLimit(Scope scope, By by, WhenLimiterFails whenLimiterFails) implements Requirement {
    /** What is counted. */
    public enum By {
        /** Each consumer, told apart as {@code consumers.identity} says; the default. */
        CONSUMER("consumer"),
        /** Each client address. */
        ADDRESS("address");

        private final String word;

        By(String word) {
            this.word = word;
        }

        /** The word of the spec. */
        public String word() {
            return word;
        }
    }

    /** What happens to requests while the limiter can't be asked. */
    public enum WhenLimiterFails {
        /** They pass; the default. */
        ALLOW("allow"),
        /** They are refused. */
        REFUSE("refuse");

        private final String word;

        WhenLimiterFails(String word) {
            this.word = word;
        }

        /** The word of the spec. */
        public String word() {
            return word;
        }
    }

    @Override
    public String word() {
        return "rate-limit";
    }
}
