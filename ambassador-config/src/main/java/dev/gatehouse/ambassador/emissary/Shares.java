package dev.gatehouse.ambassador.emissary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A long list cut into as many pieces as there are processors, so that they can be worked on side by side. */
final class Shares {
    /** Below this many a second thread takes longer to start than it saves. */
    private static final int LEAST = 500;

    private Shares() {}

    /** The pieces, of about the same length and in order; one piece if the list is short. */
    static <T> List<List<T>> of(List<T> all) {
        return of(all, all.size() < LEAST ? 1 : Runtime.getRuntime().availableProcessors());
    }

    /**
     * What a function makes of each item, in order. The items of a long list are worked on side by side, so the
     * function changes nothing that others see.
     */
    static <T, R> List<R> each(List<T> all, Function<T, R> function) {
        return of(all).parallelStream()
                .map(share -> share.stream().map(function).toList())
                .toList()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    static <T> List<List<T>> of(List<T> all, int most) {
        List<List<T>> shares = new ArrayList<>();
        for (int at = 0; at < most; at++) {
            shares.add(all.subList((int) ((long) all.size() * at / most), (int) ((long) all.size() * (at + 1) / most)));
        }
        return shares;
    }
}
