package dev.gatehouse.lab.stage;

/** Where a request goes, or why it goes nowhere. */
public sealed interface Routing permits Route, Refusal {}
