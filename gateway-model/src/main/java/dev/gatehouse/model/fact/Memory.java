package dev.gatehouse.model.fact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * What was asked for so far, by two words: the same few facts are asked for thousands of times.
 *
 * <p>Safe for use by several threads; two that ask for the same at the same time may both work it out.
 */
final class Memory<T> {
    private final Map<String, Map<String, T>> known = new ConcurrentHashMap<>();
    private final BiFunction<String, String, T> work;

    /** @param work the answer to two words; always the same for the same words */
    Memory(BiFunction<String, String, T> work) {
        this.work = work;
    }

    T of(String first, String second) {
        Map<String, T> firsts = known.get(first);
        if (firsts == null) {
            firsts = known.computeIfAbsent(first, key -> new ConcurrentHashMap<>());
        }
        T answer = firsts.get(second);
        if (answer == null) {
            answer = work.apply(first, second);
            firsts.put(second, answer);
        }
        return answer;
    }
}
