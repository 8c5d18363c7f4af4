package dev.gatehouse.ambassador.explain;

import dev.gatehouse.ambassador.route.Route;
import java.util.List;

/**
 * What becomes of a request for some of its draws from 0 to 99.
 *
 * @param from the first draw
 * @param below the draw behind the last one; {@code below - from} is the share in percent
 * @param answer what becomes of it
 * @param by the route that takes it; none where no route does
 */
public record Outcome(int from, int below, Answer answer, List<Route> by) {
    /** Copies {@code by}. */
    public Outcome {
        by = List.copyOf(by);
    }

    /** How many of 100 requests. */
    public int percent() {
        return below - from;
    }
}
