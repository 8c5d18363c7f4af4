package dev.gatehouse.cli;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.SheetReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads {@code --hours}: how many hours a month is reckoned with. */
final class Hours {
    static final String OPTION = "--hours";

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}");
    private static final int LONGEST_MONTH = 744;

    private Hours() {}

    /** The facts with that many hours of a month; unchanged where nothing is asked. */
    static Facts over(Facts facts, String command, String text) {
        if (text.isEmpty()) {
            return facts;
        }
        if (!COUNT.matcher(text).matches() || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LONGEST_MONTH) {
            throw Refusal.of(
                    CallRules.ARGUMENTS,
                    Call.place(command),
                    OPTION,
                    "'" + text + "' is no number of hours of a month",
                    "give a number from 1 to " + LONGEST_MONTH + ", like --hours 720");
        }
        String sheet = """
                kind: traffic
                notes:
                  - { id: hours-per-month, text: "A month is reckoned with %1$s hours", value: %1$s,
                      reason: "asked for by --hours", source: { assumed: "asked for by --hours" } }
                """.formatted(Integer.parseInt(text));
        return facts.with(SheetReader.read(OPTION, sheet.getBytes(StandardCharsets.UTF_8), facts.kinds())
                .sheets());
    }
}
