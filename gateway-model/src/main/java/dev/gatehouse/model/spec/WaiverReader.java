package dev.gatehouse.model.spec;

import static dev.gatehouse.model.spec.PlatformReader.text;

import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.read.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads one of {@code waivers}. */
final class WaiverReader {
    private WaiverReader() {}

    static Waiver read(Fields fields) {
        return new Waiver(
                fields.required("rule", "GH-310")
                        .flatMap(value -> value.parsed(RuleId::new, "a rule id such as GH-310"))
                        .orElse(SpecRules.WAIVER),
                text(fields.optional("design")),
                text(fields.required("reason", "\"pilot without firewall\"")).orElse("unknown"),
                fields.required("until", "2027-03-31")
                        .flatMap(value -> value.parsed(WaiverReader::day, "a day such as 2027-03-31"))
                        .orElse(LocalDate.MAX),
                text(fields.required("by", "ciso")).orElse("unknown"));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is no day of the calendar", e);
        }
    }
}
