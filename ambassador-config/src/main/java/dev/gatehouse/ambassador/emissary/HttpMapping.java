package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Origin;
import java.util.List;
import java.util.Map;

/**
 * A Mapping that is valid in itself.
 *
 * @param name its name as it is stored
 * @param origin the resource
 * @param labels its labels
 * @param values what it says, its service completed, defaults filled in
 * @param headers its conditions on headers, the host's and the method's among them
 * @param query its conditions on query parameters
 * @param host its host, if it is a pattern; else empty
 * @param groupId what it shares with the others of its group
 * @param sortKey where it stands among others
 */
record HttpMapping(
        String name,
        Origin origin,
        Map<String, String> labels,
        Attributes values,
        List<MatchItem> headers,
        List<MatchItem> query,
        String host,
        String groupId,
        SortKey sortKey)
        implements Weights.Weighed {
    int precedence() {
        return Rounding.whole(sortKey.precedence());
    }

    String prefix() {
        return values.text("prefix");
    }

    /** What the compiler takes for its identity: only what stands before the first dot of its name counts. */
    String identity() {
        int dot = name.indexOf('.');
        return (origin.synthetic() ? "internal-" : "") + (dot < 0 ? name : name.substring(0, dot)) + "-"
                + origin.namespace();
    }
}
