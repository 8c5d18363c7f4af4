package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import java.util.List;

/**
 * What may stand directly behind what: an edge of the graph that paths are drawn from. A link from a web ACL says what
 * the web ACL may be attached to.
 *
 * @param from the hop in front, or {@link #INTERNET}
 * @param to the hop behind
 * @param fact where that stands, and since when
 */
public record Link(HopKind from, HopKind to, Fact fact) {
    /** Where every path begins; it is no hop. */
    public static final HopKind INTERNET = new HopKind("internet");

    /** The links that hold on the day from which the facts are seen, by their two ends. */
    public static List<Link> all(Facts facts) {
        return facts.links().stream()
                .flatMap(fact -> fact.to().stream()
                        .map(to -> new Link(new HopKind(fact.id().kind()), new HopKind(to), fact)))
                .toList();
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
