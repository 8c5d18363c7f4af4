package dev.gatehouse.ambassador.explain;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** RE2 expressions, each compiled once. Thread-safe. */
public final class Expressions {
    private final Map<String, Optional<Pattern>> patterns = new ConcurrentHashMap<>();

    /** Whether an expression takes the whole text; one that is no RE2 takes nothing. */
    public boolean matches(String expression, String text) {
        return pattern(expression).map(pattern -> pattern.matches(text)).orElse(false);
    }

    /** Whether it is RE2. */
    public boolean valid(String expression) {
        return pattern(expression).isPresent();
    }

    /** The text with everything that an expression finds replaced; {@code \1} is its first group. */
    public String replaced(String text, String expression, String by) {
        return pattern(expression)
                .map(pattern -> replaced(pattern.matcher(text), text, by))
                .orElse(text);
    }

    private static String replaced(Matcher matcher, String text, String by) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            out.append(text, from, matcher.start());
            append(out, matcher, by);
            from = matcher.end();
        }
        return out.append(text.substring(from)).toString();
    }

    private static void append(StringBuilder out, Matcher matcher, String by) {
        for (int i = 0; i < by.length(); i++) {
            char c = by.charAt(i);
            if (c != '\\' || i + 1 == by.length()) {
                out.append(c);
                continue;
            }
            char next = by.charAt(++i);
            if (next >= '0' && next <= '9') {
                int group = next - '0';
                String value = group <= matcher.groupCount() ? matcher.group(group) : null;
                out.append(value == null ? "" : value);
            } else {
                out.append(next);
            }
        }
    }

    private Optional<Pattern> pattern(String expression) {
        return patterns.computeIfAbsent(expression, text -> {
            try {
                return Optional.of(Pattern.compile(text));
            } catch (PatternSyntaxException e) {
                return Optional.empty();
            }
        });
    }
}
