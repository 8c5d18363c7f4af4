package dev.gatehouse.ambassador.lint;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The weights of a group. */
final class Weights {
    static final BigDecimal ALL = BigDecimal.valueOf(100);

    private Weights() {}

    /** The members with a weight, in the order in which they are added up. */
    static List<Written> weighted(Group group) {
        return group.members().stream()
                .filter(member -> member.number("weight").isPresent())
                .toList();
    }

    static BigDecimal sum(Group group) {
        return weighted(group).stream()
                .flatMap(member -> member.number("weight").stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The first member with a weight over 100. */
    static Optional<Written> over(Group group) {
        return weighted(group).stream()
                .filter(member -> member.number("weight").orElse(ALL).compareTo(ALL) > 0)
                .findFirst();
    }

    /** Such as {@code fraud.serving the rest, fraud-v2.serving 20}. */
    static String listed(Group group) {
        return group.members().stream()
                .map(member -> member.key() + " " + (member.has("weight") ? member.text("weight") : "the rest"))
                .collect(Collectors.joining(", "));
    }
}
