package dev.gatehouse.ambassador.route;

/** A duration that a route sets. */
public enum Limit {
    /** How long a request may take as a whole, with all its tries; 0 is for ever. */
    REQUEST,
    /** How long a request's stream may be silent; left out, Envoy's 5 minutes. */
    IDLE
}
