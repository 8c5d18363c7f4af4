package dev.gatehouse.ambassador.emissary;

import java.util.Locale;
import java.util.Set;

/** The {@code load_balancer} block. */
final class LoadBalancing {
    private static final Set<String> PLAIN = Set.of("round_robin", "least_request");
    private static final Set<String> HASHING = Set.of("ring_hash", "maglev");

    private LoadBalancing() {}

    static boolean valid(Attributes block) {
        int size = block.values().size();
        if (PLAIN.contains(block.text("policy"))) {
            return size == 1;
        }
        return HASHING.contains(block.text("policy"))
                && size == 2
                && (block.has("cookie")
                        ? block.map("cookie").has("name")
                        : block.has("header") || block.has("source_ip"));
    }

    static boolean hashing(Attributes block) {
        return HASHING.contains(block.text("policy"));
    }

    /** Whether it takes endpoints; only the four known policies do. */
    static boolean takesEndpoints(Attributes block) {
        return PLAIN.contains(block.text("policy")) || hashing(block);
    }

    /** Its part of an upstream's name. */
    static String mark(Attributes block) {
        StringBuilder mark =
                new StringBuilder("er-").append(block.text("policy").toLowerCase(Locale.ROOT));
        if (block.has("header")) {
            mark.append("-hdr-").append(block.text("header"));
        }
        if (block.has("cookie")) {
            mark.append("-cookie-").append(block.map("cookie").text("name"));
        }
        if (block.has("source_ip")) {
            mark.append("-srcip");
        }
        return mark.toString();
    }
}
