package dev.gatehouse.ambassador.route;

/**
 * One header or query parameter that a request must have.
 *
 * @param name its name; {@code :authority} and {@code :method} are headers too
 * @param value what its value must be
 */
public record ValueMatch(String name, TextMatch value) {}
