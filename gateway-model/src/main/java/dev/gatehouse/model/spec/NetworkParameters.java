package dev.gatehouse.model.spec;

/** A VPC that the spec leaves open: its ids and ranges are parameters of the templates. */
public record NetworkParameters() implements Network {}
