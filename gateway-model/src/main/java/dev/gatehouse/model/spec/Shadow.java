package dev.gatehouse.model.spec;

/**
 * A second version of a model that gets copies of requests; its answers are ignored.
 *
 * @param service where it is reached
 * @param percent how many of a hundred requests are copied, 1 to 100
 */
public record Shadow(Service service, int percent) {}
