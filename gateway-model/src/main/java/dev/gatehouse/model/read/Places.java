package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the subjects of a file stand. A subject is a path of keys and list positions such as
 * {@code models.fraud.canary.share} or {@code require.rate-limit[1]}.
 *
 * @param file the file's name as findings show it
 * @param bySubject the place of each subject that the file has: a single value's own place, else that of its key; the
 *     empty subject is the file's whole value
 */
public record Places(String file, Map<String, Place> bySubject) {
    /** Copies {@code bySubject} in its order. */
    public Places {
        bySubject = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(bySubject));
    }

    /** The place of {@code subject}, or of the nearest subject around it, or where the file's value begins. */
    public Place of(String subject) {
        for (String around = subject; !around.isEmpty(); around = enclosing(around)) {
            Place place = bySubject.get(around);
            if (place != null) {
                return place;
            }
        }
        return bySubject.getOrDefault("", Place.ofFile(file));
    }

    /** The same finding at the place of its subject. */
    public Finding locate(Finding finding) {
        return finding.at(of(finding.subject()));
    }

    /** What {@code subject} is a part of; empty if it stands at the top. */
    static String enclosing(String subject) {
        return subject.substring(0, Math.max(0, Math.max(subject.lastIndexOf('.'), subject.lastIndexOf('['))));
    }
}
