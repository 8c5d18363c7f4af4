package dev.gatehouse.ambassador.lint;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A regular expression in a Mapping.
 *
 * @param field the field that holds it
 * @param text the expression
 * @param place where it stands
 */
record Expression(String field, String text, Place place) {
    /** Every expression of a Mapping. */
    static List<Expression> in(Written mapping) {
        List<Expression> all = new ArrayList<>();
        addIf(mapping.flag("prefix_regex"), mapping, all, "prefix");
        addIf(mapping.flag("host_regex"), mapping, all, "host");
        addIf(mapping.flag("method_regex"), mapping, all, "method");
        addIf(true, mapping, all, "regex_rewrite", "pattern");
        addIf(true, mapping, all, "regex_redirect", "pattern");
        for (String field : List.of("regex_headers", "regex_query_parameters")) {
            for (MappingNode.Entry entry : mapping.entries(field)) {
                if (entry.value() instanceof ScalarNode scalar) {
                    all.add(new Expression(field + "." + entry.key().text(), scalar.text(), scalar.place()));
                }
            }
        }
        return all;
    }

    private static void addIf(boolean expression, Written mapping, List<Expression> all, String... path) {
        if (expression && mapping.has(path)) {
            all.add(new Expression(String.join(".", path), mapping.text(path), mapping.place(path)));
        }
    }

    /** The compiled expression; empty if it is no RE2. */
    Optional<Pattern> compiled() {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Why it is no RE2; empty if it is. */
    String error() {
        try {
            Pattern.compile(text);
            return "";
        } catch (PatternSyntaxException e) {
            return e.getDescription();
        }
    }

    /** What every text that it matches begins with, as far as that is plain to see. */
    String literalHead() {
        int end = 0;
        while (end < text.length() && "\\.+*?()[]{}|^$".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean repeated = end > 0 && end < text.length() && "*?{".indexOf(text.charAt(end)) >= 0;
        return eitherOr() ? "" : text.substring(0, repeated ? end - 1 : end);
    }

    /** Whether a bar stands outside of all brackets, as far as that is plain to see. */
    private boolean eitherOr() {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == '|' && depth <= 0) {
                return true;
            }
        }
        return false;
    }
}
