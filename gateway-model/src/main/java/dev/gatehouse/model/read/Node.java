package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Place;

/** One value of a YAML or JSON document, with the place where it begins. */
public sealed interface Node permits ScalarNode, SequenceNode, MappingNode {
    /** Where the value begins. */
    Place place();

    /** What it is in a user's words: {@code text}, {@code a number}, {@code a list}, {@code a mapping}, … */
    String described();
}
