package dev.gatehouse.lab.ingress;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What routes look at. For one request and one thread. */
final class Asked {
    private final String method;
    private final boolean secure;
    private final String authority;
    private final String target;
    private final String path;
    private final HttpHeaders headers;
    private @Nullable Map<String, String> query;

    /**
     * A request.
     *
     * @param secure whether it came over TLS
     * @param authority host and, if written, port
     * @param path the path as routes see it
     * @param query the query with its question mark; empty where there is none
     */
    Asked(String method, boolean secure, String authority, String path, String query, HttpHeaders headers) {
        this.method = method;
        this.secure = secure;
        this.authority = authority;
        this.path = path;
        this.target = query.isEmpty() ? path : path + query;
        this.headers = headers;
    }

    String method() {
        return method;
    }

    boolean secure() {
        return secure;
    }

    String authority() {
        return authority;
    }

    String path() {
        return path;
    }

    /** Path and query. */
    String target() {
        return target;
    }

    /** The query with its question mark; empty where there is none. */
    String query() {
        return target.substring(path.length());
    }

    HttpHeaders headers() {
        return headers;
    }

    /** A header's value by its name in lower case, several joined by commas; {@code null} where it is missing. */
    @Nullable
    String header(String name) {
        switch (name) {
            case ":authority", "host" -> {
                return authority;
            }
            case ":method" -> {
                return method;
            }
            case ":path" -> {
                return target;
            }
            case ":scheme" -> {
                return secure ? "https" : "http";
            }
            default -> {
                List<String> values = headers.getAll(name);
                return values.isEmpty() ? null : values.size() == 1 ? values.get(0) : String.join(",", values);
            }
        }
    }

    /** A query parameter's value as it is written, the first of several; {@code null} where it is missing. */
    @Nullable
    String parameter(String name) {
        if (query == null) {
            query = parameters(query());
        }
        return query.get(name);
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        if (text.length() > 1) {
            for (String part : text.substring(1).split("&", -1)) {
                int equals = part.indexOf('=');
                parameters.putIfAbsent(
                        equals < 0 ? part : part.substring(0, equals), equals < 0 ? "" : part.substring(equals + 1));
            }
        }
        return parameters;
    }

    /** The host without a port. */
    static String host(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon < 0 || authority.endsWith("]") ? authority : authority.substring(0, colon);
    }

    /** The port that is written; 0 for none. */
    static int port(String authority) {
        int colon = authority.lastIndexOf(':');
        if (colon < 0 || authority.endsWith("]")) {
            return 0;
        }
        int port = 0;
        for (int i = colon + 1; i < authority.length(); i++) {
            int digit = Character.digit(authority.charAt(i), 10);
            if (digit < 0 || i > colon + 5) {
                return 0;
            }
            port = port * 10 + digit;
        }
        return port;
    }

    /** The protocol that it asks to be upgraded to, in lower case; empty for none. */
    String upgrade() {
        String upgrade = headers.get("upgrade");
        if (upgrade == null) {
            return "";
        }
        String connection = header("connection");
        boolean named =
                connection != null && connection.toLowerCase(Locale.ROOT).contains("upgrade");
        String protocol = upgrade.toLowerCase(Locale.ROOT);
        return named && !protocol.equals("h2c") ? protocol : "";
    }
}
