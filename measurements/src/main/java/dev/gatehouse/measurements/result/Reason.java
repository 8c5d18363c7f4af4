package dev.gatehouse.measurements.result;

/**
 * Why a run says nothing, or less than was asked.
 *
 * @param rule the rule's id
 * @param text a sentence without its full stop
 */
public record Reason(String rule, String text) {}
