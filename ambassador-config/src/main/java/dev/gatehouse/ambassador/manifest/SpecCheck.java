package dev.gatehouse.ambassador.manifest;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds a resource's {@code spec} against the table of fields. */
final class SpecCheck {
    private static final String REFUSED = "the API server refuses the resource";

    private final Manifest manifest;
    private final List<Finding> findings = new ArrayList<>();

    private SpecCheck(Manifest manifest) {
        this.manifest = manifest;
    }

    static List<Finding> of(Manifest manifest) {
        SpecCheck check = new SpecCheck(manifest);
        check.fields(manifest.spec(), FieldTable.of(manifest.kind()), "spec");
        return check.findings;
    }

    private void check(Node node, Shape shape, String path) {
        if (node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL) {
            return;
        }
        if (shape instanceof Shape.Fields fields && node instanceof MappingNode mapping) {
            fields(mapping, fields, path);
        } else if (shape instanceof Shape.Values values && node instanceof MappingNode mapping) {
            mapping.entries()
                    .forEach(entry -> check(
                            entry.value(),
                            values.value(),
                            path + "." + entry.key().text()));
        } else if (shape instanceof Shape.Items items && node instanceof SequenceNode sequence) {
            items(sequence, items, path);
        } else if (shape instanceof Shape.Text text && node instanceof ScalarNode scalar) {
            text(scalar, text, path);
        } else if (shape instanceof Shape.Whole whole && node instanceof ScalarNode scalar) {
            whole(scalar, whole, path);
        } else if (!fits(node, shape)) {
            wrongType(node, shape, path);
        }
    }

    private static boolean fits(Node node, Shape shape) {
        return shape instanceof Shape.Anything
                ? node instanceof MappingNode
                : shape instanceof Shape.Flag
                        && node instanceof ScalarNode scalar
                        && scalar.kind() == ScalarNode.Kind.BOOLEAN;
    }

    private void fields(MappingNode mapping, Shape.Fields shape, String path) {
        for (MappingNode.Entry entry : mapping.entries()) {
            String name = entry.key().text();
            Shape known = shape.fields().get(name);
            if (known != null) {
                check(entry.value(), known, path + "." + name);
            } else {
                add(
                        ManifestRules.UNKNOWN_FIELD,
                        entry.key().place(),
                        path + " has no field '" + name + "'"
                                + Nearest.hint(name, shape.fields().keySet()),
                        "the API server prunes it without a word, as if it had not been written",
                        "write a field of v3alpha1, or remove it");
            }
        }
        for (String name : shape.required()) {
            boolean there = mapping.get(name)
                    .filter(node -> !(node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL))
                    .isPresent();
            if (!there) {
                add(ManifestRules.MISSING_FIELD, mapping.place(), path + "." + name + " is missing", REFUSED, "add it");
            }
        }
    }

    private void items(SequenceNode sequence, Shape.Items shape, String path) {
        if (sequence.items().size() < shape.atLeast()) {
            add(
                    ManifestRules.OUT_OF_BOUNDS,
                    sequence.place(),
                    path + " has fewer items than " + shape.atLeast(),
                    REFUSED,
                    "add one, or leave the list out");
        }
        for (int i = 0; i < sequence.items().size(); i++) {
            check(sequence.items().get(i), shape.item(), path + "[" + i + "]");
        }
    }

    private void text(ScalarNode scalar, Shape.Text shape, String path) {
        if (scalar.kind() != ScalarNode.Kind.TEXT) {
            wrongType(scalar, shape, path);
        } else if (!shape.choices().isEmpty() && !shape.choices().contains(scalar.text())) {
            noChoice(scalar, shape.choices(), path);
        } else if (!shape.pattern().isEmpty()
                && !Pattern.compile(shape.pattern()).matcher(scalar.text()).find()) {
            add(
                    ManifestRules.NOT_A_CHOICE,
                    scalar.place(),
                    path + " does not have the form " + shape.pattern(),
                    REFUSED,
                    "write it in that form");
        }
    }

    private void whole(ScalarNode scalar, Shape.Whole shape, String path) {
        Optional<BigDecimal> number = number(scalar);
        if (number.isEmpty()) {
            wrongType(scalar, shape, path);
        } else if (!shape.choices().isEmpty()
                && !shape.choices().contains(number.get().toPlainString())) {
            noChoice(scalar, shape.choices(), path);
        } else if (number.get().compareTo(BigDecimal.valueOf(shape.min())) < 0
                || number.get().compareTo(BigDecimal.valueOf(shape.max())) > 0) {
            String least = shape.min() == Long.MIN_VALUE ? "" : "at least " + shape.min();
            String most = shape.max() == Long.MAX_VALUE ? "" : "at most " + shape.max();
            String bounds = least + (least.isEmpty() || most.isEmpty() ? "" : " and ") + most;
            add(
                    ManifestRules.OUT_OF_BOUNDS,
                    scalar.place(),
                    path + " is " + scalar.text() + ", and must be " + bounds,
                    REFUSED,
                    "write a number within the bounds");
        }
    }

    /** A whole number, also one written as {@code 5.0}. */
    private static Optional<BigDecimal> number(ScalarNode scalar) {
        boolean number = scalar.kind() == ScalarNode.Kind.INTEGER || scalar.kind() == ScalarNode.Kind.FLOAT;
        if (!number || scalar.text().length() > 30) {
            return Optional.empty();
        }
        try {
            BigDecimal value = scalar.text().startsWith("0x") || scalar.text().startsWith("0o")
                    ? BigDecimal.valueOf(Long.parseLong(
                            scalar.text().substring(2), scalar.text().startsWith("0x") ? 16 : 8))
                    : new BigDecimal(scalar.text());
            boolean whole = Math.abs((long) value.scale()) <= 30
                    && value.stripTrailingZeros().scale() <= 0;
            return whole ? Optional.of(new BigDecimal(value.toBigInteger())) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void noChoice(ScalarNode scalar, List<String> choices, String path) {
        add(
                ManifestRules.NOT_A_CHOICE,
                scalar.place(),
                path + " is none of its choices: '" + scalar.text() + "'" + Nearest.hint(scalar.text(), choices),
                REFUSED,
                "write one of: " + String.join(", ", choices));
    }

    private void wrongType(Node node, Shape shape, String path) {
        boolean quote = shape instanceof Shape.Text && node instanceof ScalarNode;
        add(
                ManifestRules.WRONG_TYPE,
                node.place(),
                path + " must be " + shape.described() + ", and is " + node.described(),
                REFUSED,
                quote ? "put it in quotes" : "write " + shape.described());
    }

    private void add(RuleId rule, Place place, String what, String why, String fix) {
        findings.add(new Finding(rule, Severity.ERROR, place, manifest.subject(), what, why, fix));
    }
}
