package dev.gatehouse.model.availability;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.unit.Share;
import java.util.Optional;

/**
 * What a vendor promises of one hop.
 *
 * @param hop the hop
 * @param share of a month; below it the vendor gives credits
 * @param fact how it is known
 * @param credits what the vendor gives back below it, and below which further marks; empty if no sheet says
 */
public record ServiceLevel(HopKind hop, Share share, Fact fact, Optional<Fact> credits) {}
