package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Value;

/**
 * What a name can point at.
 *
 * @param dnsName the DNS name of a balancer, gateway or accelerator
 * @param zoneId the hosted zone that an alias to it must name
 */
record Front(Value dnsName, Value zoneId) {}
