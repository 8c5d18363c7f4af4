package dev.gatehouse.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days and numbers of days. */
final class Days {
    private static final Pattern AGE = Pattern.compile("([0-9]{1,6})d");

    private Days() {}

    /** The day that {@code --as-of} names, or today. */
    static LocalDate asOf(String command, String text, LocalDate today) {
        try {
            return text.isEmpty() ? today : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.of(
                    CallRules.ARGUMENTS,
                    Call.place(command),
                    "--as-of",
                    "'" + text + "' is no day",
                    "write it like --as-of 2020-11-19");
        }
    }

    /** The number of days in {@code 180d}. */
    static int age(String command, String option, String text) {
        Matcher matcher = AGE.matcher(text);
        if (!matcher.matches()) {
            throw Refusal.of(
                    CallRules.ARGUMENTS,
                    Call.place(command),
                    option,
                    "'" + text + "' is no number of days",
                    "write it like " + option + " 180d");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
