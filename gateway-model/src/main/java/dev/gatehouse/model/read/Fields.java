package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.RuleId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of one mapping, asked for by name. Made by {@link Value#mapping}, which reports every key that nobody asked
 * for, with the nearest one that somebody did. For one thread.
 */
public final class Fields {
    private final Reading reading;
    private final String subject;
    private final MappingNode mapping;
    private final Set<String> known = new LinkedHashSet<>();
    private boolean open;

    Fields(Reading reading, String subject, MappingNode mapping) {
        this.reading = reading;
        this.subject = subject;
        this.mapping = mapping;
    }

    /** What the mapping is about: {@code models.fraud}; empty for the root. */
    public String subject() {
        return subject;
    }

    /** The value of {@code key}, if the mapping has the key. */
    public Optional<Value> optional(String key) {
        known.add(key);
        return entry(key).map(this::value);
    }

    /** The value of {@code key}; a mapping without it is a finding that shows {@code example}. */
    public Optional<Value> required(String key, String example) {
        Optional<Value> value = optional(key);
        if (value.isEmpty()) {
            reading.error(
                    ReadRules.MISSING_KEY,
                    reading.placeOf(subject.isEmpty() ? key : subject),
                    subject(key),
                    (subject.isEmpty() ? "the file" : subject) + " has no '" + key + "'",
                    "",
                    "add " + key + ": " + example);
        }
        return value;
    }

    /** The keys that the mapping has, in the order of the file. Does not ask for them. */
    public List<String> keys() {
        return mapping.entries().stream().map(entry -> entry.key().text()).toList();
    }

    /** Whether the mapping has {@code key}. Does not ask for it. */
    public boolean has(String key) {
        return entry(key).isPresent();
    }

    /** Every key with its value: for mappings whose keys are names that the user chose. */
    public Map<String, Value> all() {
        open = true;
        Map<String, Value> values = new LinkedHashMap<>();
        for (MappingNode.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (key.length() <= Value.LONGEST_TEXT) {
                values.put(key, value(entry));
            } else {
                reading.error(
                        ReadRules.MALFORMED,
                        entry.key().place(),
                        subject(shown(key)),
                        "a key of " + key.length() + " characters",
                        "nothing here is longer than " + Value.LONGEST_TEXT,
                        "shorten it");
            }
        }
        return values;
    }

    /** Reports an error about {@code key} of this mapping, at its place. */
    public void error(RuleId rule, String key, String what, String why, String fix) {
        reading.error(rule, reading.placeOf(subject(key)), subject(key), what, why, fix);
    }

    void end() {
        if (open) {
            return;
        }
        reading.know(subject, known);
        for (MappingNode.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (known.contains(key)) {
                continue;
            }
            String where = subject.isEmpty() ? "" : " in " + subject;
            boolean merge = key.equals("<<");
            reading.error(
                    ReadRules.UNKNOWN_KEY,
                    entry.key().place(),
                    subject(shown(key)),
                    merge
                            ? "merge key '<<'" + where + " is not read"
                            : "unknown key '" + shown(key) + "'" + where + Nearest.hint(key, known),
                    merge ? "YAML 1.2 has no merge keys, and readers that know them differ in which value wins" : "",
                    merge ? "write the keys out" : "known here: " + String.join(", ", known));
        }
    }

    /** A text for a message: cut where nobody would read on. */
    static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    private Optional<MappingNode.Entry> entry(String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .findFirst();
    }

    private Value value(MappingNode.Entry entry) {
        Node node = entry.value();
        String name = subject(entry.key().text());
        reading.place(
                name, node instanceof ScalarNode ? node.place() : entry.key().place());
        return new Value(reading, name, node);
    }

    private String subject(String key) {
        return subject.isEmpty() ? key : subject + "." + key;
    }
}
