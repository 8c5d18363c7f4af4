package dev.gatehouse.model.spec;

/**
 * A subnet that exists.
 *
 * @param id {@code subnet-…}
 * @param range its addresses as a CIDR block, such as {@code 10.20.8.0/24}
 */
public record Subnet(String id, String range) {}
