package dev.gatehouse.ambassador.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Mappings that share their conditions, and so their requests.
 *
 * @param members those that take a share, in the order of input
 * @param shadow the one that gets copies
 * @param redirect the one that sends clients elsewhere
 */
record Group(List<Written> members, Optional<Written> shadow, Optional<Written> redirect) {
    Group {
        members = List.copyOf(members);
    }

    /** The members but one, as text. */
    String others(Written one) {
        return members.stream()
                .filter(member -> member != one)
                .map(Written::key)
                .collect(Collectors.joining(", "));
    }
}
