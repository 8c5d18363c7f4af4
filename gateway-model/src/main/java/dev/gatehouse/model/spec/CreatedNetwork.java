package dev.gatehouse.model.spec;

/**
 * A VPC made with the platform: public and private subnets in every zone, no NAT gateway.
 *
 * @param range its addresses as a CIDR block from /16 to /24, such as {@code 10.20.0.0/16}
 */
public record CreatedNetwork(String range) implements Network {}
