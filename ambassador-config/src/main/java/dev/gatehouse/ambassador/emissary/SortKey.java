package dev.gatehouse.ambassador.emissary;

import java.math.BigDecimal;
import java.util.List;

/**
 * Where a Mapping stands among others: the greater key comes first.
 *
 * @param precedence the written precedence, 0 by default
 * @param prefixLength the length of the prefix's text, expressions too
 * @param headersLength the length of all conditions on headers
 * @param queryLength the length of all conditions on query parameters
 * @param prefix the prefix's text
 * @param items the keys of the conditions, headers first
 */
record SortKey(
        BigDecimal precedence, int prefixLength, int headersLength, int queryLength, String prefix, List<String> items)
        implements Comparable<SortKey> {
    @Override
    public int compareTo(SortKey other) {
        int order = precedence.compareTo(other.precedence);
        order = order != 0 ? order : Integer.compare(prefixLength, other.prefixLength);
        order = order != 0 ? order : Integer.compare(headersLength, other.headersLength);
        order = order != 0 ? order : Integer.compare(queryLength, other.queryLength);
        order = order != 0 ? order : CodePoints.ORDER.compare(prefix, other.prefix);
        for (int i = 0; order == 0 && i < Math.min(items.size(), other.items.size()); i++) {
            order = CodePoints.ORDER.compare(items.get(i), other.items.get(i));
        }
        return order != 0 ? order : Integer.compare(items.size(), other.items.size());
    }
}
