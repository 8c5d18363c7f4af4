package dev.gatehouse.ambassador.emissary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The conditions of a Mapping in the compiler's order: headers, expressions on headers, host, method.
 *
 * @param headers the conditions on headers
 * @param query the conditions on query parameters
 * @param host the host, if it is a pattern; else empty
 * @param error what makes the Mapping invalid; empty for nothing
 */
record MatchLists(List<MatchItem> headers, List<MatchItem> query, String host, String error) {
    private static final String AUTHORITY = ":authority";

    static MatchLists of(Attributes spec) {
        List<MatchItem> headers = new ArrayList<>();
        String host = "";
        boolean hostRegex = false;
        String error = "";
        for (Map.Entry<String, Object> header : spec.map("headers").values().entrySet()) {
            if (!header.getKey().toLowerCase(Locale.ROOT).equals(AUTHORITY) || Boolean.TRUE.equals(header.getValue())) {
                headers.add(MatchItem.exact(header.getKey(), header.getValue()));
            } else if (Attributes.text(header.getValue(), "").contains("*")) {
                error = "the header :authority is matched exactly, so it can't hold a *";
            } else {
                host = Attributes.text(header.getValue(), "");
            }
        }
        spec.map("regex_headers").values().forEach((name, value) -> headers.add(expression(name, value)));
        if (spec.has("host")) {
            host = spec.text("host");
            hostRegex = spec.truthy("host_regex");
            if (!hostRegex && host.contains("*")) {
                error = "host is matched exactly, so it can't hold a *";
            }
        }
        if (spec.has("hostname")) {
            host = spec.text("hostname");
            hostRegex = false;
        }
        if (!host.isEmpty()) {
            headers.add(new MatchItem(AUTHORITY, host, false, hostRegex));
        }
        if (spec.has("method")) {
            headers.add(new MatchItem(":method", spec.text("method"), false, spec.truthy("method_regex")));
        }
        return new MatchLists(headers, query(spec), hostRegex ? "" : host, error);
    }

    private static List<MatchItem> query(Attributes spec) {
        List<MatchItem> query = new ArrayList<>();
        spec.map("query_parameters").values().forEach((name, value) -> query.add(MatchItem.exact(name, value)));
        spec.map("regex_query_parameters").values().forEach((name, value) -> query.add(expression(name, value)));
        return query;
    }

    private static MatchItem expression(String name, Object value) {
        return new MatchItem(name, Attributes.text(value, ""), false, true);
    }
}
