package dev.gatehouse.model.topology;

/**
 * Whom a port may believe: who is in front of it decides whether its headers can be forged.
 *
 * @param inFront the last layer 7 hop in front
 * @param reach who can open a connection to the edge in front
 * @param mutualTls whether clients have shown a verified certificate, or show one here
 * @param trustedHops how many hops in front append to {@code X-Forwarded-For} and may be believed, 0 to 2: an HTTP API
 *     appends nothing
 */
public record Trust(InFront inFront, dev.gatehouse.model.spec.Entry.Reach reach, boolean mutualTls, int trustedHops) {
    /** The layer 7 hop in front of a port. */
    public enum InFront {
        /** None: clients themselves, at layer 4. */
        NOBODY("nobody"),
        /** A REST API of Amazon API Gateway. */
        REST_API("rest-api"),
        /** An HTTP API of Amazon API Gateway. */
        HTTP_API("http-api"),
        /** A CloudFront distribution. */
        CLOUDFRONT("cloudfront"),
        /** An Application Load Balancer. */
        APPLICATION_LOAD_BALANCER("application-load-balancer");

        private final String word;

        InFront(String word) {
            this.word = word;
        }

        /** The word of JSON and texts. */
        public String word() {
            return word;
        }
    }
}
