package dev.gatehouse.model.spec;

import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Rate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a model carries.
 *
 * @param average requests over a month: drives cost
 * @param peak requests at the worst: drives capacity; at least {@code average}
 * @param request size of a request's body
 * @param response size of an answer's body
 * @param contentType of the request, if it is not JSON
 * @param connections the clients' long-lived connections, if the spec gives them
 */
public record Load(
        Rate average,
        Rate peak,
        DataSize request,
        DataSize response,
        Optional<String> contentType,
        OptionalInt connections) {
    /**
     * What is assumed of a model that says nothing of its load, and said so: 1/s on average, 10/s at peak, 1 KB each
     * way.
     */
    public static final Load ASSUMED = new Load(
            Rate.ofPerSecond(1),
            Rate.ofPerSecond(10),
            DataSize.ofKilobytes(1),
            DataSize.ofKilobytes(1),
            Optional.empty(),
            OptionalInt.empty());

    /** The same load with requests of that content type. */
    public Load withContentType(String type) {
        return new Load(average, peak, request, response, Optional.of(type), connections);
    }

    /** The same load over that many long-lived connections of clients. */
    public Load withConnections(int count) {
        return new Load(average, peak, request, response, contentType, OptionalInt.of(count));
    }

    /** The same load with bodies of those sizes. */
    public Load withBodies(DataSize requests, DataSize responses) {
        return new Load(average, peak, requests, responses, contentType, connections);
    }
}
