package dev.gatehouse.lab;

import dev.gatehouse.lab.stage.Targets;

/**
 * How the next hop is reached.
 *
 * @param targets where it listens
 * @param tls whether TLS arrives there
 */
record Door(Targets targets, boolean tls) {}
