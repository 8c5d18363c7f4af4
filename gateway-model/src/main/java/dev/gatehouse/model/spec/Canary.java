package dev.gatehouse.model.spec;

import java.util.Locale;
import java.util.Optional;

/**
 * A second version of a model that takes a share of its requests.
 *
 * @param service where it is reached
 * @param percent its share, a whole percent from 0 to 100
 * @param pin the header that sends every request to it, tried before the split
 */
public record Canary(Service service, int percent, Optional<Pin> pin) {
    /**
     * One exact header.
     *
     * @param header its name, lower case
     * @param value its exact value
     */
    public record Pin(String header, String value) {
        /** Takes the header's name in lower case. */
        public Pin {
            header = header.toLowerCase(Locale.ROOT);
        }

        /**
         * Reads {@code header: value}.
         *
         * @throws IllegalArgumentException with a message for the user, if it has another form
         */
        public static Pin parse(String text) {
            int colon = text.indexOf(':', 1);
            if (colon < 0 || text.substring(colon + 1).isBlank()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no header with a value; write both: \"x-cohort: v4\"");
            }
            return new Pin(
                    text.substring(0, colon).strip(), text.substring(colon + 1).strip());
        }
    }
}
