package dev.gatehouse.model.topology;

import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Requirement;

/**
 * A promise that a hop keeps on an entry: what it emits settings for.
 *
 * @param requirement the promise
 * @param entry where
 */
public record Duty(Requirement requirement, Entry entry) {}
