package dev.gatehouse.ambassador.route;

import java.util.List;

/**
 * Which requests a route takes.
 *
 * @param path what the path must be
 * @param caseSensitive whether upper and lower case differ in the path
 * @param headers the headers that a request must have, all of them
 * @param query the query parameters that a request must have, all of them
 * @param percentBelow the route is taken when the request's draw from 0 to 99 is below it; 100 or more means always, 0
 *     or less never
 */
public record RouteMatch(
        PathMatch path, boolean caseSensitive, List<ValueMatch> headers, List<ValueMatch> query, int percentBelow) {
    /** Copies the lists. */
    public RouteMatch {
        headers = List.copyOf(headers);
        query = List.copyOf(query);
    }

    /** Of the path alone, which tells routes apart well enough and is quick for a table of thousands. */
    @Override
    public int hashCode() {
        return path.text().hashCode() + percentBelow;
    }

    /** The same for all draws: two routes with equal ones share the same requests. */
    public RouteMatch forAllDraws() {
        return new RouteMatch(path, caseSensitive, headers, query, 100);
    }

    /** The same with other headers. */
    public RouteMatch withHeaders(List<ValueMatch> others) {
        return new RouteMatch(path, caseSensitive, others, query, percentBelow);
    }
}
