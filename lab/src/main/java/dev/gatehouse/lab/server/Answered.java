package dev.gatehouse.lab.server;

/**
 * How many requests a variant of a model has got; a WebSocket is one.
 *
 * @param model the model's name
 * @param variant the variant
 * @param requests that came as a whole
 * @param answers that went out as a whole
 */
public record Answered(String model, Variant variant, long requests, long answers) {}
