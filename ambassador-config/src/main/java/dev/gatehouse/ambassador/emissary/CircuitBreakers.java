package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.CircuitBreaker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The {@code circuit_breakers} block. */
final class CircuitBreakers {
    private static final Map<String, String> LIMITS = limits();

    private CircuitBreakers() {}

    private static Map<String, String> limits() {
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put("max_connections", "c");
        limits.put("max_pending_requests", "p");
        limits.put("max_requests", "r");
        limits.put("max_retries", "t");
        return limits;
    }

    static boolean valid(Optional<Object> block) {
        return block.isEmpty()
                || (block.get() instanceof List<?> list
                        && list.stream().allMatch(item -> item instanceof Map<?, ?> && valid(Attributes.mapOf(item))));
    }

    private static boolean valid(Attributes breaker) {
        String priority = breaker.text("priority", "default").toLowerCase(Locale.ROOT);
        return (priority.equals("default") || priority.equals("high"))
                && LIMITS.keySet().stream()
                        .allMatch(limit ->
                                !breaker.has(limit) || number(breaker, limit).isPresent());
    }

    /** Its part of an upstream's name. */
    static String mark(Attributes breaker) {
        StringBuilder mark = new StringBuilder("cb")
                .append(
                        breaker.has("priority")
                                ? breaker.text("priority", "n")
                                        .toLowerCase(Locale.ROOT)
                                        .charAt(0)
                                : 'n');
        LIMITS.forEach((limit, letter) ->
                number(breaker, limit).ifPresent(value -> mark.append(letter).append(value)));
        return mark.toString();
    }

    static List<CircuitBreaker> of(List<?> block) {
        List<CircuitBreaker> breakers = new ArrayList<>();
        for (Object item : block) {
            Attributes breaker = Attributes.mapOf(item);
            Map<String, Long> limits = new LinkedHashMap<>();
            LIMITS.keySet().forEach(limit -> number(breaker, limit).ifPresent(value -> limits.put(limit, value)));
            breakers.add(new CircuitBreaker(breaker.text("priority", "default").toLowerCase(Locale.ROOT), limits));
        }
        return breakers;
    }

    /** A number, also one in quotes; fractions are cut off. */
    private static Optional<Long> number(Attributes breaker, String limit) {
        Object value = breaker.get(limit).orElse("");
        if (value instanceof BigDecimal number) {
            return Optional.of(number.longValue());
        }
        return value instanceof String text && text.matches("\\s*[+-]?[0-9]{1,15}\\s*")
                ? Optional.of(Long.valueOf(text.strip()))
                : Optional.empty();
    }
}
