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
        OptionalInt connections) {}
