package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.read.ScalarNode.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;

/** Builds nodes from the parser's events, within the limits of {@link YamlReader}. Used once, by one thread. */
final class NodeBuilder {
    private static final CoreScalarResolver RESOLVER = new CoreScalarResolver(false);

    /** The words that are more than text in YAML 1.2's core schema. */
    private static final Map<String, Kind> WORDS = words();

    /** A node and how many values it stands for once its aliases are followed. */
    private record Weighed(Node node, long values) {}

    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> CORE_TAGS = Set.of(
            "!", CORE + "str", CORE + "int", CORE + "float", CORE + "bool", CORE + "null", CORE + "seq", CORE + "map");

    private final String file;
    private final int linesBefore;
    private final Limits limits;
    private final List<Node> roots = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Anchor, Weighed> anchors = new HashMap<>();
    private long values;

    /** For text that so many lines of its file stand before. */
    NodeBuilder(String file, int linesBefore, Limits limits) {
        this.file = file;
        this.linesBefore = linesBefore;
        this.limits = limits;
    }

    Documents documents() {
        return new Documents(roots, findings);
    }

    /** How many values the text stands for, as far as it was read. */
    long values() {
        return values;
    }

    /** Whether nothing is wrong. */
    boolean isClean() {
        return findings.isEmpty();
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void readAll(Iterator<Event> events) {
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case DocumentStart -> anchors.clear();
                case Alias, Scalar, SequenceStart, MappingStart -> {
                    Node root = node(event, events, 1).node();
                    if (!(root instanceof ScalarNode scalar && scalar.kind() == Kind.NULL)) {
                        roots.add(root);
                    }
                }
                default -> {
                    // the frame of a document or of the stream, or a comment: holds no value
                }
            }
        }
    }

    private Weighed node(Event event, Iterator<Event> events, int depth) {
        if (depth > limits.depth()) {
            throw limit(YamlReader.finding(
                    ReadRules.TOO_DEEP,
                    place(event),
                    "nested deeper than " + limits.depth() + " levels",
                    "nothing that Gatehouse reads is that deep",
                    "flatten it"));
        }
        if (event instanceof NodeEvent tagged) {
            checkTag(tagged);
        }
        if (event instanceof AliasEvent alias) {
            return counted(alias(alias), event);
        }
        if (event instanceof ScalarEvent scalar) {
            return anchored(scalar.getAnchor(), counted(new Weighed(scalar(scalar), 1), event));
        }
        if (event instanceof SequenceStartEvent start) {
            return anchored(start.getAnchor(), sequence(start, events, depth));
        }
        if (event instanceof MappingStartEvent start) {
            return anchored(start.getAnchor(), mapping(start, events, depth));
        }
        throw new IllegalStateException("the parser gave " + event.getEventId() + " where a value begins");
    }

    private Weighed counted(Weighed weighed, Event event) {
        values += weighed.values();
        if (values > limits.values()) {
            throw limit(YamlReader.finding(
                    ReadRules.TOO_MANY_VALUES,
                    place(event),
                    "the file stands for more than " + limits.values() + " values",
                    "aliases multiply: nested ones can stand for more values than memory holds",
                    "write the values out, or split the file"));
        }
        return weighed;
    }

    private Weighed anchored(Optional<Anchor> anchor, Weighed weighed) {
        anchor.ifPresent(name -> anchors.put(name, weighed));
        return weighed;
    }

    private Weighed alias(AliasEvent alias) {
        Weighed known = anchors.get(alias.getAlias());
        if (known == null) {
            throw limit(YamlReader.finding(
                    ReadRules.SYNTAX,
                    place(alias),
                    "alias *" + alias.getAlias() + " stands for nothing that is complete before it",
                    "an alias repeats a value that was anchored earlier in the same document, and no value can hold itself",
                    "anchor the value with &" + alias.getAlias() + " before this line"));
        }
        return known;
    }

    private void checkTag(NodeEvent event) {
        Optional<String> tag = tag(event).filter(text -> !CORE_TAGS.contains(text));
        tag.ifPresent(text -> add(YamlReader.finding(
                ReadRules.UNKNOWN_TAG,
                place(event),
                "tag '" + text.replace(CORE, "!!") + "' means nothing here",
                "tags ask a reader to make something other than text, numbers, lists and mappings",
                "write the value without its tag")));
    }

    private static Optional<String> tag(NodeEvent event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    }

    private ScalarNode scalar(ScalarEvent event) {
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        boolean resolved = event.getTag()
                .map(tag -> !tag.equals("!") && !tag.equals(CORE + "str"))
                .orElse(plain);
        return new ScalarNode(place(event), event.getValue(), resolved ? kind(event.getValue()) : Kind.TEXT);
    }

    private static Kind kind(String text) {
        if (!text.isEmpty() && "~+-.0123456789".indexOf(text.charAt(0)) < 0) {
            return WORDS.getOrDefault(text, Kind.TEXT);
        }
        Tag tag = RESOLVER.resolve(text, true);
        if (tag.equals(Tag.INT)) {
            return Kind.INTEGER;
        }
        if (tag.equals(Tag.FLOAT)) {
            return Kind.FLOAT;
        }
        if (tag.equals(Tag.BOOL)) {
            return Kind.BOOLEAN;
        }
        return tag.equals(Tag.NULL) ? Kind.NULL : Kind.TEXT;
    }

    private static Map<String, Kind> words() {
        Map<String, Kind> words = new HashMap<>();
        List.of("null", "Null", "NULL").forEach(word -> words.put(word, Kind.NULL));
        List.of("true", "True", "TRUE", "false", "False", "FALSE").forEach(word -> words.put(word, Kind.BOOLEAN));
        return words;
    }

    private Weighed sequence(SequenceStartEvent start, Iterator<Event> events, int depth) {
        List<Node> items = new ArrayList<>();
        long weight = 1;
        for (Event event = next(events); event.getEventId() != Event.ID.SequenceEnd; event = next(events)) {
            Weighed item = node(event, events, depth + 1);
            items.add(item.node());
            weight += item.values();
        }
        return new Weighed(new SequenceNode(place(start), items), weight);
    }

    private Weighed mapping(MappingStartEvent start, Iterator<Event> events, int depth) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        long weight = 1;
        for (Event event = next(events); event.getEventId() != Event.ID.MappingEnd; event = next(events)) {
            Weighed key = node(event, events, depth + 1);
            Weighed value = node(next(events), events, depth + 1);
            weight += key.values() + value.values();
            if (!(key.node() instanceof ScalarNode scalar)) {
                add(YamlReader.finding(
                        ReadRules.KEY_NOT_SCALAR,
                        key.node().place(),
                        "a key is " + key.node().described() + ", not a word",
                        "an unquoted { in front of a value makes it a mapping",
                        "quote the key"));
            } else if (keys.add(scalar.text())) {
                entries.add(new MappingNode.Entry(scalar, value.node()));
            } else {
                add(YamlReader.finding(
                        ReadRules.DUPLICATE_KEY,
                        scalar.place(),
                        "key '" + scalar.text() + "' stands twice",
                        "only one of the two values can hold, and readers differ in which",
                        "keep one of them"));
            }
        }
        return new Weighed(new MappingNode(place(start), entries), weight);
    }

    private static Event next(Iterator<Event> events) {
        Event event = events.next();
        while (event.getEventId() == Event.ID.Comment) {
            event = events.next();
        }
        return event;
    }

    Place place(Mark mark) {
        return new Place(file, linesBefore + mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(Place.ofFile(file));
    }

    private static LimitException limit(Finding finding) {
        return new LimitException(finding);
    }

    /** Ends the reading of a file that goes beyond a limit. */
    static final class LimitException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Finding finding;

        LimitException(Finding finding) {
            super(finding.what());
            this.finding = finding;
        }

        Finding finding() {
            return finding;
        }
    }
}
