package dev.gatehouse.report.guide;

/** Text that stays text in a shell. */
final class Shell {
    private Shell() {}

    /** {@code Name='value'}. */
    static String assignment(String name, String value) {
        return name + "=" + quoted(value);
    }

    /** In single quotes, in which nothing is expanded. */
    static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    /** For behind a {@code #}: one line. */
    static String comment(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
