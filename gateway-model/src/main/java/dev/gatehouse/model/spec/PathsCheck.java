package dev.gatehouse.model.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the paths of {@code models} against each other: each request must mean one model. */
final class PathsCheck {
    private PathsCheck() {}

    static void check(PlatformSpec spec, Complaints complaints) {
        Map<String, List<Model>> byPath = new HashMap<>();
        for (Model model : spec.models()) {
            List<Model> others = byPath.computeIfAbsent(bare(model.path()), path -> new ArrayList<>());
            others.stream()
                    .filter(before -> !toldApart(before.headers(), model.headers()))
                    .filter(before -> sharedEntry(before, model).isPresent())
                    .findFirst()
                    .ifPresent(before -> complain(before, model, complaints));
            others.add(model);
        }
    }

    private static Optional<String> sharedEntry(Model one, Model two) {
        return two.entries().stream().filter(one.entries()::contains).findFirst();
    }

    /** The path without a final slash: a prefix and its exact twin are taken together. */
    private static String bare(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Whether a header excludes one where the other holds, or one asks for all that the other does and more. */
    private static boolean toldApart(Map<String, String> one, Map<String, String> two) {
        for (Map.Entry<String, String> header : one.entrySet()) {
            String other = two.get(header.getKey());
            if (other != null && !other.equals(header.getValue())) {
                return true;
            }
        }
        return one.size() != two.size()
                && (one.entrySet().containsAll(two.entrySet()) || two.entrySet().containsAll(one.entrySet()));
    }

    private static void complain(Model before, Model model, Complaints complaints) {
        String entry = sharedEntry(before, model).orElseThrow();
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
