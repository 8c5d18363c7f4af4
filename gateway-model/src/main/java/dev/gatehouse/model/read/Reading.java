package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The reading of one file: collects its findings, and the place of each subject, while {@link Value} and {@link Fields}
 * walk through it. Mutable, for one thread.
 */
public final class Reading {
    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<String, Set<String>> known = new TreeMap<>();

    /** Begins with no findings. */
    public Reading(String file) {
        this.file = file;
    }

    /** The file's root value. Its subject is empty. */
    public Value root(Node node) {
        place("", node.place());
        return new Value(this, "", node);
    }

    /** Adds a finding. What an error is about counts as broken from then on. */
    public void report(Finding finding) {
        findings.add(finding);
        if (finding.severity() == Severity.ERROR) {
            broken.add(finding.subject());
        }
    }

    /** Adds an error. */
    public void error(RuleId rule, Place place, String subject, String what, String why, String fix) {
        report(new Finding(rule, Severity.ERROR, place, subject, what, why, fix));
    }

    /** Whether an error is about {@code subject} or about something around it, so that its value means nothing. */
    public boolean isBroken(String subject) {
        for (String around = subject; !around.isEmpty(); around = Places.enclosing(around)) {
            if (broken.contains(around)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an error is about something inside {@code subject}, so that its value is not all that was written. */
    public boolean hasBroken(String subject) {
        return broken.stream().anyMatch(inner -> inner.startsWith(subject + ".") || inner.startsWith(subject + "["));
    }

    /** What was found so far, in the order in which it was found. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The places of the subjects that were read so far. */
    public Places places() {
        return new Places(file, places);
    }

    /**
     * The keys that were asked for so far, by the subject of their mapping: how a schema is compared with its reader.
     */
    public Map<String, Set<String>> knownKeys() {
        return known;
    }

    /** The place of {@code subject}, or of the nearest subject around it that was read already. */
    Place placeOf(String subject) {
        for (String around = subject; !around.isEmpty(); around = Places.enclosing(around)) {
            Place place = places.get(around);
            if (place != null) {
                return place;
            }
        }
        return places.getOrDefault("", Place.ofFile(file));
    }

    void place(String subject, Place place) {
        places.putIfAbsent(subject, place);
    }

    void know(String subject, Set<String> keys) {
        known.computeIfAbsent(subject, mapping -> new TreeSet<>()).addAll(keys);
    }
}
