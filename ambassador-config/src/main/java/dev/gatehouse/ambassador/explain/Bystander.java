package dev.gatehouse.ambassador.explain;

import dev.gatehouse.ambassador.route.Origin;

/**
 * A Mapping that looks related to a request and does not take it.
 *
 * @param origin the Mapping
 * @param why the first reason that holds
 */
public record Bystander(Origin origin, String why) {}
