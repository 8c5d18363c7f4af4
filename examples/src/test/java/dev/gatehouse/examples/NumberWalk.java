package dev.gatehouse.examples;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Walks a JSON document and finds the numbers that nothing around them says how they are known. */
final class NumberWalk {
    /** A number that stands by itself in a text: no part of a date, an address, an id or a name such as TLS 1.2. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w./:@#-])[-−+]?\\d[\\d,]*+(\\.\\d++)?+(?!\\w|[-/:.]\\w)");

    /** What each kind of evidence says besides its kind. */
    private static final Map<String, Set<String>> KINDS = Map.of(
            "published", Set.of("page", "checked"),
            "granted", Set.of("reference"),
            "measured", Set.of("run"),
            "assumed", Set.of("why"),
            "derived", Set.of("from"));

    /**
     * Numbers that no fact stands behind, by the end of where they stand: whose they are instead. Nothing else may go
     * without evidence.
     */
    static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("zones", "the spec's own word"),
            Map.entry("entries[].port", "a port is a name; the spec's own, or that of HTTPS"),
            Map.entry("wire.layer", "a layer is a name"),
            Map.entry("client.layer", "a layer is a name"),
            Map.entry("findings[].line", "a place in the spec"),
            Map.entry("findings[].column", "a place in the spec"),
            Map.entry("findings[].what", "a finding tells a cell again, whose evidence it names in its why"),
            Map.entry("findings[].why", "names the evidence in words"),
            Map.entry("findings[].fix", "tells a cell's cures and conditions again"),
            Map.entry("document.verdict", "tells again what stands in the document with its evidence"),
            Map.entry("document.legal", "counts the paths"),
            Map.entry("neighbours[].rank", "a place in the list"),
            Map.entry("title", "begins with the study's number of the design"),
            Map.entry("refused[].reason", "names a version of VPC links"),
            Map.entry("refused[].paths", "counts the paths that a rule refuses")));

    private final Map<String, String> without = new TreeMap<>();
    private final Set<String> excused = new TreeSet<>();

    /** Walks a document. */
    void walk(JsonNode document) {
        walk("document", document, Optional.empty());
    }

    /** Where a number has no evidence, with one number that stands there. */
    Map<String, String> without() {
        return without;
    }

    /** The exceptions that some number needed. */
    Set<String> excused() {
        return excused;
    }

    private void walk(String at, JsonNode node, Optional<JsonNode> evidence) {
        if (node.isObject()) {
            Optional<JsonNode> nearest = node.has("evidence") ? Optional.of(node.get("evidence")) : evidence;
            node.properties().stream()
                    .filter(property -> !property.getKey().equals("evidence"))
                    .forEach(property -> walk(at + "." + property.getKey(), property.getValue(), nearest));
        } else if (node.isArray()) {
            node.forEach(each -> walk(at + "[]", each, evidence));
        } else if (hasNumber(node) && evidence.filter(NumberWalk::isEvidence).isEmpty()) {
            Optional<String> exception = EXCEPTIONS.keySet().stream()
                    .filter(end -> at.equals(end) || at.endsWith("." + end))
                    .findFirst();
            exception.ifPresentOrElse(excused::add, () -> without.put(at, node.asString()));
        }
    }

    private static boolean hasNumber(JsonNode node) {
        return node.isNumber()
                || (node.isString() && NUMBER.matcher(node.asString()).find());
    }

    private static boolean isEvidence(JsonNode evidence) {
        return KINDS.getOrDefault(evidence.path("kind").asString(""), Set.of("no such kind")).stream()
                .noneMatch(key -> evidence.path(key).asString("").isBlank());
    }
}
