package dev.gatehouse.model.spec;

/**
 * What tells one consumer from another.
 *
 * @param by the kind of mark
 * @param value the claim's or header's name, or the part of the certificate or address; such as {@code client_id}
 */
public record Identity(By by, String value) {
    /** The kinds of mark. */
    public enum By {
        /** A claim of the token. */
        JWT_CLAIM("jwt-claim"),
        /** A key in a header. */
        API_KEY("api-key"),
        /** A header's value, taken as it comes. */
        HEADER("header"),
        /** The client's address. */
        ADDRESS("address"),
        /** A part of the client certificate. */
        CERTIFICATE("certificate");

        private final String word;

        By(String word) {
            this.word = word;
        }

        /** The word of the spec. */
        public String word() {
            return word;
        }
    }
}
