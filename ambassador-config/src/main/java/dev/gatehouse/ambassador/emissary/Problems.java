package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what the compiler complains of, under the key that it files it under. */
final class Problems {
    static final String GLOBAL = "-global-";
    static final String RETRY_POLICY = "ir.retrypolicy";
    static final String MODULE = "ir.ambassador";

    private final List<Problem> problems = new ArrayList<>();

    void add(Origin culprit, String what) {
        add(culprit.key(), culprit, what);
    }

    void add(String filedUnder, Origin culprit, String what) {
        problems.add(new Problem(filedUnder, culprit, what));
    }

    void addAll(List<Problem> others) {
        problems.addAll(others);
    }

    List<Problem> all() {
        return problems;
    }
}
