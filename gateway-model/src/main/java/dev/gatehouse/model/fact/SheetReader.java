package dev.gatehouse.model.fact;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.hop.Stance;
import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import dev.gatehouse.model.read.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads fact sheets, ours and users' own: one sheet is one YAML document, and a file holds any number. */
public final class SheetReader {
    static final List<String> KEYS = Stream.concat(
                    Stream.of("kind", "title", "layer", "stance", "launched", "needed"),
                    Arrays.stream(Section.values()).map(Section::key))
            .toList();
    private static final List<String> HEADING = List.of("title", "layer", "stance");

    private final Set<String> kinds;
    private final List<Finding> findings;

    private SheetReader(Collection<String> kinds, List<Finding> findings) {
        this.kinds = new TreeSet<>(kinds);
        this.findings = findings;
    }

    /**
     * Reads a file of sheets. A sheet of a kind in {@code known} needs no heading; any other needs title, layer and
     * stance. Never throws for bad input.
     *
     * @param file the file's name as findings show it
     * @param bytes its content
     * @param known the kinds that have a sheet already: {@code Facts.bundled().kinds()} for a user's own facts
     */
    public static Sheets read(String file, byte[] bytes, Collection<String> known) {
        Documents documents = YamlReader.read(file, bytes);
        SheetReader reader = new SheetReader(known, new ArrayList<>(documents.findings()));
        List<Sheet> sheets = documents.roots().stream()
                .flatMap(root -> reader.sheet(root).stream())
                .toList();
        return new Sheets(sheets, reader.findings);
    }

    private Optional<Sheet> sheet(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            new Fields(new MappingNode(root.place(), List.of()), "sheet", findings)
                    .report(
                            FactRules.SHAPE,
                            root.place(),
                            "a sheet is " + root.described() + ", not a mapping",
                            "",
                            "begin it with kind: rest-api");
            return Optional.empty();
        }
        Fields sheet = new Fields(mapping, "sheet", findings);
        Optional<String> kind = sheet.required("kind", "rest-api");
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (!FactId.isWord(kind.get())) {
            sheet.report(
                    FactRules.WORD,
                    sheet.placeOf("kind"),
                    "'" + kind.get() + "' is no kind",
                    "a kind is lower-case words and digits, joined by hyphens",
                    "write it like rest-api");
            return Optional.empty();
        }
        sheet = sheet.about(kind.get());
        sheet.knowOnly(KEYS);
        Optional<Component> component = component(kind.get(), sheet);
        List<Fact> facts = facts(kind.get(), sheet.text("title").orElse(kind.get()), sheet);
        checkWindows(facts, sheet);
        return Optional.of(new Sheet(kind.get(), component.orElse(null), facts));
    }

    private Optional<Component> component(String kind, Fields sheet) {
        boolean heading = HEADING.stream().anyMatch(sheet::has);
        if (!heading && kinds.contains(kind)) {
            return Optional.empty();
        }
        if (!heading) {
            sheet.report(
                    FactRules.UNKNOWN_KIND,
                    sheet.placeOf("kind"),
                    "unknown kind '" + kind + "'" + Nearest.hint(kind, kinds),
                    "a component that we have no sheet for needs title, layer and stance",
                    "correct it, or add the three");
            return Optional.empty();
        }
        Optional<String> title = sheet.required("title", "API Gateway, REST API");
        Optional<Component.Layer> layer = word(
                sheet,
                "layer",
                Component.Layer::ofWord,
                Arrays.stream(Component.Layer.values())
                        .map(Component.Layer::word)
                        .toList());
        Optional<Stance> stance = word(
                sheet,
                "stance",
                Stance::ofWord,
                Arrays.stream(Stance.values()).map(Stance::word).toList());
        LocalDate launched = sheet.date("launched").orElse(LocalDate.MIN);
        kinds.add(kind);
        if (title.isEmpty() || layer.isEmpty() || stance.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Component(kind, title.get(), layer.get(), stance.get(), launched, needed(sheet)));
    }

    private static Set<String> needed(Fields sheet) {
        Set<String> names = new TreeSet<>();
        sheet.node("needed").ifPresent(node -> {
            List<Node> items = node instanceof SequenceNode list ? list.items() : List.of(node);
            for (Node item : items) {
                if (item instanceof ScalarNode scalar && FactId.isWord(scalar.text())) {
                    names.add(scalar.text());
                } else {
                    sheet.report(
                            FactRules.WORD,
                            item.place(),
                            "needed holds " + item.described() + ", not the name of a fact",
                            "",
                            "write needed: [request-timeout]");
                }
            }
        });
        return names;
    }

    private static <T> Optional<T> word(
            Fields sheet, String key, Function<String, Optional<T>> known, List<String> words) {
        return sheet.required(key, words.get(0)).flatMap(word -> {
            Optional<T> found = known.apply(word);
            if (found.isEmpty()) {
                sheet.report(
                        FactRules.WORD,
                        sheet.placeOf(key),
                        "unknown " + key + " '" + word + "'",
                        "",
                        "write one of " + String.join(", ", words));
            }
            return found;
        });
    }

    private List<Fact> facts(String kind, String title, Fields sheet) {
        ItemReader items = new ItemReader(kind, title, findings);
        List<Fact> facts = new ArrayList<>();
        for (Section section : Section.values()) {
            sheet.node(section.key()).ifPresent(node -> {
                if (node instanceof SequenceNode list) {
                    list.items().forEach(item -> facts.addAll(items.read(section, item)));
                } else {
                    sheet.report(
                            FactRules.SHAPE,
                            node.place(),
                            section.key() + " is " + node.described() + ", not a list",
                            "",
                            "begin each line with a hyphen");
                }
            });
        }
        return facts;
    }

    private static void checkWindows(List<Fact> facts, Fields sheet) {
        Map<String, List<Fact>> earlier = new HashMap<>();
        for (Fact fact : facts) {
            List<Fact> same = earlier.computeIfAbsent(fact.key(), key -> new ArrayList<>());
            same.stream()
                    .filter(other -> other.window().overlaps(fact.window()))
                    .findFirst()
                    .ifPresent(other -> sheet.about(fact.id().toString())
                            .report(
                                    FactRules.OVERLAP,
                                    fact.place(),
                                    fact.id() + " says two things on one day; the other stands at " + other.place(),
                                    "a day has one answer: each line holds from since up to, and without, until",
                                    "end the older line with until: on the day when the newer begins with since:"));
            same.add(fact);
        }
    }
}
