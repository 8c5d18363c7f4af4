package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import java.util.function.BiFunction;

/**
 * Where an ALB's listener sends requests.
 *
 * @param byModel whether the ALB itself tells models apart, because no ingress is behind it
 * @param target the ARN of the target group for a model on an entry
 */
record AlbForwards(boolean byModel, BiFunction<Entry, Model, Value> target) {
    Value to(Entry entry, Model model) {
        return target.apply(entry, model);
    }
}
