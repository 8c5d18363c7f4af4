/**
 * What a design's own line items cost in a month: what each hop is charged for, by the price list's own units and
 * tiers, and which model it is due to.
 *
 * <p>Entry point: {@link dev.gatehouse.model.cost.Cost#of}. Pitfall: a GB is what its price says. 4,704 GB of answers
 * are 4,704 units to a balancer, which counts 10^9 bytes, and 4,381 to data out, which counts 2^30: 423 USD or 394 USD.
 */
@NullMarked
package dev.gatehouse.model.cost;

import org.jspecify.annotations.NullMarked;
