package dev.gatehouse.ambassador.emissary;

import java.util.ArrayList;
import java.util.List;

/** A long list cut into as many pieces as there are processors, so that they can be worked on side by side. */
final class Shares {
    /** Below this many a second thread takes longer to start than it saves. */
    private static final int LEAST = 500;

    private Shares() {}

    /** The pieces, of about the same length and in order; one piece if the list is short. */
    static <T> List<List<T>> of(List<T> all) {
        return of(all, all.size() < LEAST ? 1 : Runtime.getRuntime().availableProcessors());
    }

    static <T> List<List<T>> of(List<T> all, int most) {
        List<List<T>> shares = new ArrayList<>();
        for (int at = 0; at < most; at++) {
            shares.add(all.subList((int) ((long) all.size() * at / most), (int) ((long) all.size() * (at + 1) / most)));
        }
        return shares;
    }
}
