package dev.gatehouse.model.spec;

import java.util.List;
import java.util.Set;

/** The words of {@code require}, and what scope each takes. */
final class Promises {
    /** Every word, in the order of the documentation. */
    static final List<String> WORDS = List.of(
            "web-firewall",
            "fixed-address",
            "rate-limit",
            "jwt",
            "mutual-tls",
            "encrypted",
            "private-admin",
            "availability",
            "monthly-cost");

    /** Those that one hop of a path keeps, so that {@code keepers} may say which; the others hold by a whole path. */
    static final Set<String> KEPT_BY_ONE_HOP =
            Set.of("web-firewall", "fixed-address", "rate-limit", "jwt", "mutual-tls");

    /** Those that {@code models} may narrow. */
    static final Set<String> HAVE_MODELS = Set.of("web-firewall", "rate-limit", "jwt", "encrypted");

    /** Those that {@code on} may narrow: all but money. */
    static final Set<String> HAVE_ENTRIES = Set.of(
            "web-firewall",
            "fixed-address",
            "rate-limit",
            "jwt",
            "mutual-tls",
            "encrypted",
            "private-admin",
            "availability");

    private Promises() {}
}
