package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Value;

/**
 * How a hop outside the VPC calls a balancer inside it for one model on one entry.
 *
 * @param balancer the balancer's ARN
 * @param listener the listener's ARN
 * @param port the listener's port
 * @param tls whether the caller speaks TLS: the listener ends it, or what is behind does
 */
record Door(Value balancer, Value listener, int port, boolean tls) {}
