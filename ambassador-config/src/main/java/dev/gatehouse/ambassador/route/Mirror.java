package dev.gatehouse.ambassador.route;

/**
 * An upstream that gets a copy of requests and whose answers are thrown away.
 *
 * @param upstream the name of the {@link Upstream}
 * @param percent how many of 100 requests are copied
 * @param origin what asked for it
 */
public record Mirror(String upstream, int percent, Origin origin) {}
