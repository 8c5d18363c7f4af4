package dev.gatehouse.model.cost;

import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.unit.DataSize;
import java.math.BigDecimal;

/**
 * A model's requests by one entry. A model's load is spread evenly over its entries, for the spec gives one load.
 *
 * @param path the entry's path
 * @param model the model
 * @param average requests an hour over a month
 * @param peak requests an hour at the worst
 */
record Flow(EntryPath path, Model model, BigDecimal average, BigDecimal peak) {
    BigDecimal requestBytes() {
        return bytes(model.load().request());
    }

    BigDecimal responseBytes() {
        return bytes(model.load().response());
    }

    private BigDecimal bytes(DataSize body) {
        return average.multiply(BigDecimal.valueOf(body.bytes()));
    }
}
