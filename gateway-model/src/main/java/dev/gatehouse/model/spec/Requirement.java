package dev.gatehouse.model.spec;

/** A promise, not a product: the comparison finds out which hop keeps it, or that none can. */
public sealed interface Requirement
        permits WebFirewall,
                FixedAddress,
                RateLimit,
                Jwt,
                MutualTls,
                Encrypted,
                PrivateAdmin,
                AvailabilityAtLeast,
                MonthlyCostAtMost {
    /** The word of the spec, which is also the comparison's row: {@code web-firewall}, {@code fixed-address}, … */
    String word();

    /** Where it holds. */
    Scope scope();
}
