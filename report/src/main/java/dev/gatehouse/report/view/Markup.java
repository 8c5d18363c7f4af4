package dev.gatehouse.report.view;

/** Text that stays text in HTML, SVG and XML, between tags and in quoted attributes. */
public final class Markup {
    private Markup() {}

    /** Escapes what means something to markup, and replaces the control characters that XML does not allow. */
    public static String escape(String plain) {
        StringBuilder text = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
            }
        });
        return text.toString();
    }

    private static boolean isAllowed(int point) {
        if (point < 0x20) {
            return point == '\n' || point == '\t';
        }
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        return point != 0x7F && !surrogate && point != 0xFFFE && point != 0xFFFF;
    }
}
