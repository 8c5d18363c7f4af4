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
        return point == '\n'
                || point == '\t'
                || point >= 0x20 && point != 0x7F && (point < 0xD800 || point > 0xDFFF) && point != 0xFFFE && point != 0xFFFF;
    }
}
