package dev.gatehouse.ambassador.generate;

import dev.gatehouse.model.spec.Canary;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which requests a group of Mappings takes.
 *
 * @param path the prefix, or the whole path
 * @param exact whether it is the whole path
 * @param headers headers that a request must have, name to exact value
 * @param pinned whether the canary's pin is among them
 */
record Match(String path, boolean exact, SortedMap<String, String> headers, boolean pinned) {
    /** Copies {@code headers}. */
    Match {
        headers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** The groups of a model on an entry: its path and, of a prefix, the exact twin; pinned ones first. */
    static List<Match> of(PlatformSpec spec, Entry entry, Model model) {
        List<Match> matches = new ArrayList<>();
        for (boolean pinned : model.canary().flatMap(Canary::pin).isPresent() ? List.of(true, false) : List.of(false)) {
            SortedMap<String, String> headers = new TreeMap<>(model.headers());
            if (pinned) {
                model.canary().flatMap(Canary::pin).ifPresent(pin -> headers.put(pin.header(), pin.value()));
            }
            matches.add(new Match(model.path(), !model.isPrefix(), headers, pinned));
            if (model.isPrefix() && hasTwin(spec, entry, model)) {
                matches.add(new Match(twin(model), true, headers, pinned));
            }
        }
        return matches;
    }

    /** The path without its final slash, which the prefix does not take. */
    private static String twin(Model model) {
        return model.path().substring(0, model.path().length() - 1);
    }

    /** Whether the bare path is this model's: it is not where another model of the entry has just that path. */
    private static boolean hasTwin(PlatformSpec spec, Entry entry, Model model) {
        return model.path().length() > 1
                && spec.modelsOf(entry).stream()
                        .noneMatch(other -> other.path().equals(twin(model))
                                && other.headers().equals(model.headers()));
    }

    /** What sets the names of its Mappings apart from those of the model's other groups. */
    List<String> words(Model model) {
        List<String> words = new ArrayList<>();
        if (exact && model.isPrefix()) {
            words.add("exact");
        }
        if (pinned) {
            words.add("pinned");
        }
        return words;
    }

    /** The settings that say so. */
    Fields fields(String hostname) {
        Fields fields = new Fields().put("hostname", hostname).put("prefix", path);
        fields.putIf(exact, "prefix_exact", true);
        fields.putIf(!headers.isEmpty(), "headers", headers);
        return fields;
    }
}
