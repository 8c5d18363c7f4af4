package dev.gatehouse.aws.graph;

/**
 * An output of a template.
 *
 * @param name letters and digits; a written promise
 * @param description what it is for
 * @param value its value
 */
public record Output(String name, String description, Value value) {}
