package dev.gatehouse.ambassador.emissary;

import java.util.Comparator;

/** Text as the compiler sees it: a sequence of code points, not of UTF-16 units. */
final class CodePoints {
    /** By code point, so that U+10000 stands behind U+FFFF. */
    static final Comparator<String> ORDER = CodePoints::compare;

    private CodePoints() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                return Character.isSurrogate(left) || Character.isSurrogate(right) ? compareAt(a, b, i) : left - right;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** By the code points that the first differing units are in: a pair may have begun one unit before. */
    private static int compareAt(String a, String b, int at) {
        int before = at > 0 ? Integer.compare(a.codePointAt(at - 1), b.codePointAt(at - 1)) : 0;
        return before != 0 ? before : Integer.compare(a.codePointAt(at), b.codePointAt(at));
    }

    /** The text with an underscore for each code point that is no ASCII letter, digit or underscore. */
    static String underscored(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean usual =
                    (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9') || (unit >= 'A' && unit <= 'Z');
            boolean second = Character.isLowSurrogate(unit) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            if (!second) {
                out.append(usual ? unit : '_');
            }
        }
        return out.toString();
    }

    /** Whether it holds nothing but visible ASCII. */
    static boolean areVisibleAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit <= ' ' || unit >= 127) {
                return false;
            }
        }
        return true;
    }
}
