package dev.gatehouse.model.fact;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.unit.Quantity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The keys of one mapping, read one by one; whatever is wrong becomes a finding and reads as left out. */
final class Fields {
    private final MappingNode mapping;
    private final String subject;
    private final List<Finding> findings;

    /** Reports into {@code findings}, about {@code subject}. */
    Fields(MappingNode mapping, String subject, List<Finding> findings) {
        this.mapping = mapping;
        this.subject = subject;
        this.findings = findings;
    }

    Place place() {
        return mapping.place();
    }

    Fields about(String name) {
        return new Fields(mapping, name, findings);
    }

    void report(RuleId rule, Place place, String what, String why, String fix) {
        findings.add(new Finding(rule, Severity.ERROR, place, subject, what, why, fix));
    }

    void knowOnly(List<String> known) {
        for (MappingNode.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                report(
                        FactRules.UNKNOWN_KEY,
                        entry.key().place(),
                        "unknown key '" + key + "'" + Nearest.hint(key, known),
                        "known here: " + String.join(", ", known),
                        "correct or remove it");
            }
        }
    }

    boolean has(String key) {
        return mapping.get(key).isPresent();
    }

    Optional<Node> node(String key) {
        return mapping.get(key);
    }

    Optional<String> text(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof ScalarNode scalar
                    && scalar.kind() != ScalarNode.Kind.NULL
                    && !scalar.text().isBlank()) {
                return Optional.of(scalar.text().strip());
            }
            report(
                    FactRules.SHAPE,
                    node.place(),
                    key + " is " + node.described() + ", not a word or a sentence",
                    "",
                    "write " + key + ": and the word");
            return Optional.empty();
        });
    }

    /** Reports {@code key} if it is missing. */
    void demand(String key, String example) {
        if (!has(key)) {
            report(FactRules.MISSING_KEY, place(), "'" + key + "' is missing", "", "add " + key + ": " + example);
        }
    }

    Optional<String> required(String key, String example) {
        demand(key, example);
        return text(key);
    }

    boolean flag(String key) {
        Optional<String> text = text(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            report(FactRules.WORD, placeOf(key), key + " is '" + text.get() + "', not true or false", "", "write true");
        }
        return text.equals(Optional.of("true"));
    }

    Optional<LocalDate> date(String key) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                report(
                        FactRules.DATE,
                        placeOf(key),
                        key + " is '" + text + "', not a day",
                        "a day is written year-month-day",
                        "write it like 2026-11-22");
                return Optional.empty();
            }
        });
    }

    Optional<Quantity> quantity(String key, String text) {
        try {
            return Optional.of(Quantity.parse(text));
        } catch (IllegalArgumentException e) {
            report(
                    FactRules.QUANTITY,
                    placeOf(key),
                    key + ": " + e.getMessage(),
                    "units: ms, s, min, h, d; B, KB, MB, GB, KiB, MiB, GiB; /s, /min, /h; %; USD; none for a count",
                    "write a number with its unit, like 29 s");
            return Optional.empty();
        }
    }

    Place placeOf(String key) {
        return node(key).map(Node::place).orElse(place());
    }
}
