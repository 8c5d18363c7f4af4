package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An expression that is tried before the plain prefix that it also takes. */
final class RegexJumpsAhead implements Rule {
    private static final About ABOUT = About.of(
            "GH-426",
            Severity.WARNING,
            Source.RUN,
            "an expression that is tried before the plain prefix that it also takes",
            """
            Routes are ordered by the length of the prefix's text, and the text of an expression counts in full:
            a long expression is tried before a shorter plain prefix, however much more specific that one is.
            Set a lower precedence on the expression, or a higher one on the plain prefix.""");
    private static final int MOST_LOOKED_AT = 64;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        NavigableMap<String, Written> plain = new TreeMap<>();
        for (Written mapping : scene.mappings()) {
            if (!mapping.flag("prefix_regex")) {
                plain.putIfAbsent(mapping.text("prefix"), mapping);
            }
        }
        for (Written mapping : scene.mappings()) {
            if (mapping.flag("prefix_regex")) {
                Expression expression = new Expression("prefix", mapping.text("prefix"), mapping.place("prefix"));
                expression
                        .compiled()
                        .ifPresent(pattern -> look(mapping, expression.literalHead(), pattern, plain, report));
            }
        }
    }

    private static void look(
            Written mapping,
            String head,
            com.google.re2j.Pattern pattern,
            NavigableMap<String, Written> plain,
            Report report) {
        int looked = 0;
        for (Written other : plain.tailMap(head, true).values()) {
            String prefix = other.text("prefix");
            if (!prefix.startsWith(head) || looked++ == MOST_LOOKED_AT) {
                return;
            }
            boolean ahead = prefix.length() < mapping.text("prefix").length()
                    && precedence(mapping).compareTo(precedence(other)) >= 0;
            boolean takes = pattern.matches(prefix) || pattern.matches(prefix + "infer");
            if (ahead && takes && Hostnames.meet(mapping, other)) {
                report.add(
                        mapping,
                        mapping.place("prefix"),
                        "the expression is tried before the shorter prefix " + prefix + " of " + other.key(),
                        "it takes requests that " + other.key() + " is there for",
                        "add precedence: -1 here, or a precedence there");
                return;
            }
        }
    }

    private static BigDecimal precedence(Written mapping) {
        return mapping.number("precedence").orElse(BigDecimal.ZERO);
    }
}
