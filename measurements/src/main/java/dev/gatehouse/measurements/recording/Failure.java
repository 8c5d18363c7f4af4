package dev.gatehouse.measurements.recording;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Why a request has no proper answer.
 *
 * @param kind {@code status-503}, {@code connect}, {@code reset}, {@code cut}, …: lower-case words and digits with
 *     hyphens
 * @param hop the kind of hop that said so, {@code client} for the generator's own side, or {@code unknown}
 */
public record Failure(String kind, String hop) implements Comparable<Failure> {
    /** The hop of a failure that nobody can place. */
    public static final String UNKNOWN = "unknown";

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Comparator<Failure> ORDER =
            Comparator.comparing(Failure::kind).thenComparing(Failure::hop);

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if one of them is no word
     */
    public Failure {
        if (!WORD.matcher(kind).matches() || !WORD.matcher(hop).matches()) {
            throw new IllegalArgumentException(
                    "a failure has words such as status-503 and web-acl, not '" + kind + "' and '" + hop + "'");
        }
    }

    /** An answer with a status that is none of success. */
    public static Failure status(int status, String hop) {
        return new Failure("status-" + status, hop);
    }

    /** No connection could be made. */
    public static Failure connect(String hop) {
        return new Failure("connect", hop);
    }

    /** The connection was reset or closed before the answer began. */
    public static Failure reset(String hop) {
        return new Failure("reset", hop);
    }

    /** The answer began and was not complete: a truncated stream, say. */
    public static Failure cut(String hop) {
        return new Failure("cut", hop);
    }

    /** An answer that is complete and not the one that was asked for. */
    public static Failure wrong(String hop) {
        return new Failure("wrong-answer", hop);
    }

    /** Reads {@code kind@hop}. */
    public static Failure parse(String text) {
        int at = text.indexOf('@');
        return at < 0 ? new Failure(text, UNKNOWN) : new Failure(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public int compareTo(Failure other) {
        return ORDER.compare(this, other);
    }

    /** {@code status-503@ambassador}. */
    @Override
    public String toString() {
        return kind + "@" + hop;
    }
}
