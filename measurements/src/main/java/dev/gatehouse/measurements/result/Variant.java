package dev.gatehouse.measurements.result;

/**
 * How often a variant of a model answered, of the requests to that model that chose by chance: counted as
 * {@code variant/<model>/<name>}.
 *
 * @param model the model's name
 * @param name of the variant: {@code base} or {@code canary}
 * @param answered how often it answered
 * @param of how many answers of the model there were
 * @param low lower end of Wilson's 95 % interval of its share
 * @param high upper end
 */
public record Variant(String model, String name, long answered, long of, double low, double high) {}
