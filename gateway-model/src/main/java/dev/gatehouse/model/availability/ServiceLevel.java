package dev.gatehouse.model.availability;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.unit.Share;

/**
 * What a vendor promises of one hop.
 *
 * @param hop the hop
 * @param share of a month; below it the vendor gives credits
 * @param fact how it is known
 */
public record ServiceLevel(HopKind hop, Share share, Fact fact) {}
