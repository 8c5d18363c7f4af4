package dev.gatehouse.ambassador.route;

/** Whether a failed request is tried again. */
public sealed interface Retry {
    /** It is not. */
    record Never() implements Retry {}

    /**
     * It is.
     *
     * @param condition Envoy's word for the failure, such as {@code gateway-error}
     * @param times how often at most; -1 where nothing is said, which Envoy takes for 1
     * @param perTry how long one try may take, as it was written, such as {@code 2s}; empty where nothing is said
     */
    record On(String condition, int times, String perTry) implements Retry {}
}
