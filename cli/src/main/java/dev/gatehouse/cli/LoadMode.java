package dev.gatehouse.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of {@code gatehouse load}, and the options that mean something to each. */
enum LoadMode {
    /** Designs side by side in the lab. */
    LAB(
            "",
            "a load test of the lab",
            "SPEC --design --rate --duration --warm-up --limit --rounds --delta --engine --inject --seed --out --knee"
                    + " --check --output"),
    /** Live endpoints side by side. */
    LIVE(
            "--target",
            "a load test of live endpoints, which are measured as they are",
            "SPEC --target --rate --duration --warm-up --limit --rounds --delta --seed --out --knee --check --output"),
    /** A fault under load. */
    DRILL(
            "--drill",
            "a drill, which has times and designs of its own and measures nothing",
            "SPEC --drill --design --rate --engine --seed --out --output"),
    /** A Kubernetes Job that measures live endpoints. */
    JOB(
            "--on-cluster",
            "a Job, which is written here and measures live endpoints elsewhere",
            "SPEC --on-cluster --target --rate --duration --warm-up --limit --rounds --delta --seed --out --parts"
                    + " --image --namespace --apply --context"),
    /** The parts of a run put together. */
    MERGE("--merge", "a merge, which reads what was measured", "--merge --out --check --output");

    /** The order in which a kind is told from the others: a Job has targets too. */
    private static final List<LoadMode> BY_MARK = List.of(JOB, DRILL, MERGE, LIVE);

    private final String mark;
    private final String what;
    private final String taken;

    LoadMode(String mark, String what, String taken) {
        this.mark = mark;
        this.what = what;
        this.taken = taken;
    }

    /**
     * The kind that a call asks for.
     *
     * @param given the options that stand in the call, and {@code SPEC}
     * @throws Refusal if one of them means nothing to it
     */
    static LoadMode of(Set<String> given) {
        LoadMode mode = BY_MARK.stream()
                .filter(each -> given.contains(each.mark))
                .findFirst()
                .orElse(LAB);
        List<String> taken = Arrays.asList(mode.taken.split(" ", -1));
        for (String option : new TreeSet<>(given)) {
            if (!taken.contains(option)) {
                throw LoadOptions.refused(option, option + " means nothing to " + mode.what + ": leave it out");
            }
        }
        return mode;
    }
}
