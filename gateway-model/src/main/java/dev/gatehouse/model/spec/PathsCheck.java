package dev.gatehouse.model.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the paths of {@code models} against each other: each request must mean one model. */
final class PathsCheck {
    private PathsCheck() {}

    static void check(PlatformSpec spec, Complaints complaints) {
        List<Model> models = spec.models();
        for (int i = 0; i < models.size(); i++) {
            Model model = models.get(i);
            for (Model before : models.subList(0, i)) {
                sharedEntry(before, model)
                        .filter(entry -> meet(before, model) && !toldApart(before.headers(), model.headers()))
                        .ifPresent(entry -> complain(before, model, entry, complaints));
            }
        }
    }

    private static Optional<String> sharedEntry(Model one, Model two) {
        return two.entries().stream().filter(one.entries()::contains).findFirst();
    }

    /** Whether some path belongs to both: the same one, or a prefix and its exact twin. */
    private static boolean meet(Model one, Model two) {
        return bare(one.path()).equals(bare(two.path()));
    }

    private static String bare(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Whether a header excludes one where the other holds, or one asks for all that the other does and more. */
    private static boolean toldApart(Map<String, String> one, Map<String, String> two) {
        boolean exclusive = one.entrySet().stream()
                .anyMatch(header ->
                        two.containsKey(header.getKey()) && !header.getValue().equals(two.get(header.getKey())));
        boolean nested = one.size() != two.size()
                && (one.entrySet().containsAll(two.entrySet()) || two.entrySet().containsAll(one.entrySet()));
        return exclusive || nested;
    }

    private static void complain(Model before, Model model, String entry, Complaints complaints) {
        boolean grpc = before.protocol() == Protocol.GRPC && model.protocol() == Protocol.GRPC;
        complaints.error(
                grpc ? SpecRules.GRPC_PATH : SpecRules.SAME_PATH,
                ModelCheck.subject(model) + ".path",
                "models " + before.name() + " and " + model.name() + " both answer " + model.path() + " on entry "
                        + entry,
                grpc
                        ? "models of one inference protocol share its path, and nothing else tells a request's model"
                        : "a request would reach the one or the other by chance",
                grpc || !model.headers().isEmpty()
                        ? "tell them apart by headers: { x-model: " + model.name() + " }, or by an entry of their own"
                        : "give one of them another path, an entry of its own, or headers: { x-model: " + model.name()
                                + " }");
    }
}
