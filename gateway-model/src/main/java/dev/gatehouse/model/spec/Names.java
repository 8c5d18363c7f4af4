package dev.gatehouse.model.spec;

import java.util.regex.Pattern;

/** The forms of names. */
final class Names {
    private static final Pattern WORD = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern SERVICE_RECORD = Pattern.compile("_?" + LABEL.pattern());
    private static final Pattern HEADER = Pattern.compile("[a-z0-9!#%&'*+.^_`|~-]+");

    private Names() {}

    /** Lower case, digits and hyphens, beginning with a letter and not ending in a hyphen. */
    static boolean isWord(String text) {
        return WORD.matcher(text).matches() && !text.contains("--");
    }

    /** One label of a DNS name in lower case, which is also the form of a Kubernetes namespace. */
    static boolean isLabel(String text) {
        return LABEL.matcher(text).matches();
    }

    /** A DNS name of two labels or more, in lower case, without a final dot. */
    static boolean isHost(String text) {
        return isDnsName(text) && text.indexOf('.') > 0 && !text.matches("[0-9.]+");
    }

    private static boolean isDnsName(String text) {
        if (text.length() > 253) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            if (label.length() > 63 || !SERVICE_RECORD.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    /** The name of an HTTP header in lower case that a client may set. */
    static boolean isHeader(String text) {
        return HEADER.matcher(text).matches() && !text.equals("host");
    }

    /**
     * A header's value as Envoy matches it exactly: printable, and nothing that Emissary would take from its
     * environment.
     */
    static boolean isHeaderValue(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f && c != '$');
    }
}
