package dev.gatehouse.model.spec;

import java.util.List;

/** What holds where a spec leaves something out, for the reader and the builder alike. */
final class Defaults {
    private Defaults() {}

    /** The entries of a model or a promise that names none: all but those with {@code reach: vpc}. */
    static List<String> entries(List<Entry> entries) {
        return entries.stream().filter(Entry::isPublic).map(Entry::name).toList();
    }

    /** The scope of a promise about the platform as a whole. */
    static List<String> everyEntry(List<Entry> entries) {
        return entries.stream().map(Entry::name).toList();
    }
}
