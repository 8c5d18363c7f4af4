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
        int i = 0;
        while (i < a.length() && i < b.length()) {
            int left = a.codePointAt(i);
            int right = b.codePointAt(i);
            if (left != right) {
                return Integer.compare(left, right);
            }
            i += Character.charCount(left);
        }
        return Integer.compare(a.length(), b.length());
    }
}
