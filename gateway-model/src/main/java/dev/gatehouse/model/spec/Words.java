package dev.gatehouse.model.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The words that a spec has for the values of an enum. */
final class Words {
    private Words() {}

    /** Word to value, in the order of {@code values}. */
    static <E> Map<String, E> of(E[] values, Function<E, String> word) {
        Map<String, E> words = new LinkedHashMap<>();
        List.of(values).forEach(value -> words.put(word.apply(value), value));
        return words;
    }
}
