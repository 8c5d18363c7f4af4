package dev.gatehouse.ambassador.emissary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a lenient URL reader sees in a service: the same things that Python's {@code urlparse} sees, on which the
 * compiler relies.
 *
 * @param scheme lower case; empty where there is none
 * @param authority user, host and port as written
 * @param rest whether anything stands behind the authority
 */
record UrlParts(String scheme, String authority, boolean rest) {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
    private static final Pattern CONTROLS = Pattern.compile("^[\\x00-\\x20]+");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\t\\r\\n]");
    private static final int MAX_PORT = 65_535;

    /** A service can't be read as a URL. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    static UrlParts of(String url) throws Malformed {
        String text = CodePoints.areVisibleAscii(url)
                ? url
                : LINE_BREAKS.matcher(CONTROLS.matcher(url).replaceFirst("")).replaceAll("");
        String scheme = "";
        int colon = text.indexOf(':');
        if (colon > 0 && SCHEME.matcher(text.substring(0, colon)).matches()) {
            scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
            text = text.substring(colon + 1);
        }
        if (!text.startsWith("//")) {
            return new UrlParts(scheme, "", !text.isEmpty());
        }
        int end = 2;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String authority = text.substring(2, end);
        if (authority.contains("[") != authority.contains("]")) {
            throw new Malformed("a bracket of an IPv6 address is missing");
        }
        if (!CodePoints.areVisibleAscii(authority)) {
            String folded = Normalizer.normalize(authority, Normalizer.Form.NFKC);
            if (!folded.equals(authority) && folded.chars().anyMatch(c -> "/?#@:".indexOf(c) >= 0)) {
                throw new Malformed("a character of the host stands for a delimiter");
            }
        }
        return new UrlParts(scheme, authority, tail(text.substring(end)));
    }

    /** A bare {@code #} or {@code ?} leaves nothing behind. */
    private static boolean tail(String text) {
        return !text.isEmpty() && !text.equals("?") && !text.equals("#") && !text.equals("?#");
    }

    /** The host in lower case without brackets; empty where there is none. */
    String host() {
        String host = hostAndPort()[0];
        int zone = host.indexOf('%');
        return zone < 0
                ? host.toLowerCase(Locale.ROOT)
                : host.substring(0, zone).toLowerCase(Locale.ROOT) + host.substring(zone);
    }

    /** The port; 0 where there is none. */
    int port() throws Malformed {
        String port = hostAndPort()[1];
        if (port.isEmpty()) {
            return 0;
        }
        if (!port.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Malformed("port '" + port + "' is no number");
        }
        String digits = port.startsWith("0") ? port.replaceFirst("^0+(?=.)", "") : port;
        if (digits.length() > 5 || Integer.parseInt(digits) > MAX_PORT) {
            throw new Malformed("port " + port + " is not between 0 and 65535");
        }
        return Integer.parseInt(digits);
    }

    private String[] hostAndPort() {
        String text = authority.substring(authority.lastIndexOf('@') + 1);
        int open = text.indexOf('[');
        if (open >= 0) {
            String bracketed = text.substring(open + 1);
            int close = bracketed.indexOf(']');
            String host = close < 0 ? bracketed : bracketed.substring(0, close);
            String after = close < 0 ? "" : bracketed.substring(close + 1);
            int colon = after.indexOf(':');
            return new String[] {host, colon < 0 ? "" : after.substring(colon + 1)};
        }
        int colon = text.indexOf(':');
        return colon < 0 ? new String[] {text, ""} : new String[] {text.substring(0, colon), text.substring(colon + 1)};
    }
}
