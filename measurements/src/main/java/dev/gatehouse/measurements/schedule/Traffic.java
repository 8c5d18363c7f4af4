package dev.gatehouse.measurements.schedule;

import dev.gatehouse.model.spec.Canary;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.model.unit.Share;
import java.util.Optional;

/**
 * What one entry of the platform carries for one model.
 *
 * @param model the model's name
 * @param entry the entry's name
 * @param weight how often it is asked for, in proportion to the others
 * @param request size of a request's body
 * @param pin the header that sends a request to the canary, if the model has one
 * @param pinned the part of the requests that carry the pin
 * @param streamed whether the model answers in pieces
 */
public record Traffic(
        String model,
        String entry,
        Rate weight,
        DataSize request,
        Optional<Canary.Pin> pin,
        Share pinned,
        boolean streamed) {
    /** The name of its stream of draws; no model's or entry's name has a slash. */
    String purpose() {
        return "mix/" + entry + "/" + model;
    }
}
