package dev.gatehouse.ambassador.route;

/** What becomes of a request's host on its way to the upstream. */
public sealed interface HostRewrite {
    /** It stays. */
    record Keep() implements HostRewrite {}

    /** It becomes this. */
    record To(String host) implements HostRewrite {}

    /** It becomes the name of the upstream. */
    record OfUpstream() implements HostRewrite {}
}
