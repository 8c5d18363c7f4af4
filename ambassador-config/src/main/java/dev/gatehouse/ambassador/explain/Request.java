package dev.gatehouse.ambassador.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request of a client.
 *
 * @param method its method, such as {@code GET}
 * @param secure whether the client speaks TLS
 * @param authority host and, if written, port; what the header {@code Host} says
 * @param target path and query as the client writes them; begins with a slash
 * @param headers the other headers, names in lower case
 * @param listener the name of the listener that it reaches; empty for the one that fits
 */
public record Request(
        String method, boolean secure, String authority, String target, List<Header> headers, String listener) {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:([A-Za-z]+)\\s+)?(https?)://([^/?#\\s]+)([^#\\s]*)(?:#\\S*)?\\s*");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** One header. */
    public record Header(String name, String value) {}

    /** Copies {@code headers}. */
    public Request {
        headers = List.copyOf(headers);
    }

    /**
     * Reads {@code METHOD URL}, such as {@code POST https://models.example.com/v2/models/fraud/infer?x=1}; a URL alone
     * is a {@code GET}.
     *
     * @throws IllegalArgumentException if it is something else; the message says what is expected
     */
    public static Request parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a request is written METHOD URL, such as 'GET https://models.example.com/v2/'," + " not '"
                            + line.strip() + "'");
        }
        String method = matcher.group(1) == null ? "GET" : matcher.group(1).toUpperCase(Locale.ROOT);
        String authority = matcher.group(3).substring(matcher.group(3).lastIndexOf('@') + 1);
        String target = matcher.group(4).startsWith("/") ? matcher.group(4) : "/" + matcher.group(4);
        boolean secure = matcher.group(2).equals("https");
        String standard = secure ? ":443" : ":80";
        if (authority.endsWith(standard)) {
            authority = authority.substring(0, authority.length() - standard.length());
        }
        return new Request(method, secure, authority, target, List.of(), "");
    }

    /**
     * The same with one more header, written {@code name: value}. The headers {@code Host}, {@code :authority} and
     * {@code :method} take the place of what is there.
     *
     * @throws IllegalArgumentException if it is no header
     */
    public Request withHeader(String header) {
        int colon = header.indexOf(':', 1);
        String name = colon < 0 ? "" : header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = colon < 0 ? "" : header.substring(colon + 1).strip();
        switch (name) {
            case "host", ":authority" -> {
                return new Request(method, secure, value, target, headers, listener);
            }
            case ":method" -> {
                return new Request(value, secure, authority, target, headers, listener);
            }
            default -> {
                if (!TOKEN.matcher(name).matches()) {
                    throw new IllegalArgumentException("a header is written 'name: value', not '" + header + "'");
                }
                List<Header> more = new ArrayList<>(headers);
                more.add(new Header(name, value));
                return new Request(method, secure, authority, target, more, listener);
            }
        }
    }

    /** The same at the listener of that name. */
    public Request at(String listenerName) {
        return new Request(method, secure, authority, target, headers, listenerName);
    }

    /** The value of a header by its name in lower case; several are joined by commas, as Envoy sees them. */
    Optional<String> header(String name) {
        List<String> values = headers.stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    /** The protocol that it asks to be upgraded to; empty for none. Envoy heeds only what {@code Connection} names. */
    String upgrade() {
        boolean named = header("connection").orElse("").toLowerCase(Locale.ROOT).contains("upgrade");
        String upgrade = header("upgrade").orElse("").toLowerCase(Locale.ROOT);
        return named && !upgrade.equals("h2c") ? upgrade : "";
    }

    /** The same without any header of that name, and with this one. */
    Request with(String name, String value) {
        List<Header> others = new ArrayList<>(
                headers.stream().filter(header -> !header.name().equals(name)).toList());
        others.add(new Header(name, value));
        return new Request(method, secure, authority, target, others, listener);
    }

    /** The same with another path and query. */
    Request withTarget(String other) {
        return new Request(method, secure, authority, other, headers, listener);
    }

    /** The same for another host. */
    Request withAuthority(String other) {
        return new Request(method, secure, other, target, headers, listener);
    }

    /** The path without the query. */
    public String path() {
        int end = target.indexOf('?');
        return end < 0 ? target : target.substring(0, end);
    }

    /** The query with its question mark; empty where there is none. */
    public String query() {
        return target.substring(path().length());
    }

    /** The host without a port. */
    String host() {
        int colon = authority.lastIndexOf(':');
        return colon < 0 || authority.endsWith("]") ? authority : authority.substring(0, colon);
    }

    /** The port that is written; 0 for none. */
    int port() {
        String port = authority.substring(host().length()).replace(":", "");
        return port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
    }

    /** {@code METHOD URL} as it reaches Emissary. */
    public String text() {
        return method + " " + (secure ? "https" : "http") + "://" + authority + target;
    }
}
