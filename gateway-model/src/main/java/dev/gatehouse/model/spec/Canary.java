package dev.gatehouse.model.spec;

import java.util.Optional;

/**
 * A second version of a model that takes a share of its requests.
 *
 * @param service where it is reached
 * @param percent its share, a whole percent from 0 to 100
 * @param pin the header that sends every request to it, tried before the split
 */
public record Canary(Service service, int percent, Optional<Pin> pin) {
    /**
     * One exact header.
     *
     * @param header its name, lower case
     * @param value its exact value
     */
    public record Pin(String header, String value) {}
}
