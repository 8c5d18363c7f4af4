package dev.gatehouse.model.fact;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one line of a section into facts: one, or one for each region that it names. */
final class ItemReader {
    private static final Map<Section, List<String>> KEYS = Arrays.stream(Section.values())
            .collect(Collectors.toUnmodifiableMap(
                    section -> section, section -> section.itemKeys().toList()));

    private final String kind;
    private final String title;
    private final List<Finding> findings;

    ItemReader(String kind, String title, List<Finding> findings) {
        this.kind = kind;
        this.title = title;
        this.findings = findings;
    }

    List<Fact> read(Section section, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            new Fields(new MappingNode(node.place(), List.of()), kind, findings)
                    .report(
                            FactRules.SHAPE,
                            node.place(),
                            section.key() + " holds " + node.described() + ", not a mapping",
                            "",
                            "write - { id: …, text: …, source: … }");
            return List.of();
        }
        int before = findings.size();
        Fields item = new Fields(mapping, kind + "." + section.key(), findings);
        Optional<FactId> id = id(section, item);
        if (id.isEmpty()) {
            return List.of();
        }
        item = item.about(id.get().toString());
        item.knowOnly(KEYS.getOrDefault(section, List.of()));
        Optional<Evidence> evidence = SourceReader.read(item, id.get().toString(), findings);
        if (evidence.isEmpty()) {
            return List.of();
        }
        FactDraft draft = new FactDraft(id.get(), section, mapping.place(), evidence.get());
        fill(draft, item);
        List<String> regions = regions(item);
        if (findings.size() > before) {
            return List.of();
        }
        if (regions.isEmpty()) {
            return List.of(draft.fact());
        }
        List<Fact> facts = new ArrayList<>();
        for (String region : regions) {
            draft.region = region;
            facts.add(draft.fact());
        }
        return facts;
    }

    private Optional<FactId> id(Section section, Fields item) {
        Optional<String> name = section == Section.LINK && !item.has("id")
                ? item.required("to", "network-load-balancer").map(to -> "to-" + to)
                : item.required("id", "request-timeout");
        if (name.isPresent() && !FactId.isWord(name.get())) {
            item.report(
                    FactRules.WORD,
                    item.placeOf("id"),
                    "'" + name.get() + "' is no id",
                    "an id is lower-case words and digits, joined by hyphens",
                    "write it like request-timeout");
            return Optional.empty();
        }
        return name.map(word -> new FactId(kind, word));
    }

    private void fill(FactDraft draft, Fields item) {
        draft.to = item.text("to").orElse(null);
        draft.by = item.text("by").orElse(null);
        draft.per = item.text("per").orElse(null);
        draft.launch = item.text("launch").orElse(null);
        draft.reason = item.text("reason").orElse(null);
        draft.adjustable = item.flag("adjustable");
        draft.window = window(item);
        NumberReader.read(draft, item);
        draft.text = sentence(draft, item);
        need(draft, item);
    }

    private String sentence(FactDraft draft, Fields item) {
        if (draft.section == Section.LINK && !item.has("text")) {
            return title + " may have " + draft.to + " behind it" + (draft.by == null ? "" : ", by " + draft.by);
        }
        if (draft.section == Section.PRICE && !item.has("text")) {
            return title + ": " + draft.id.id().replace('-', ' ') + ", per " + draft.per;
        }
        return item.required("text", "one sentence that says it in words").orElse("");
    }

    private static void need(FactDraft draft, Fields item) {
        switch (draft.section) {
            case LINK -> item.demand("to", "network-load-balancer");
            case PRICE -> {
                item.demand("value", "0.0225 USD");
                item.demand("per", "hour");
            }
            case LIMIT, LATENCY, SERVICE_LEVEL -> item.demand("value", "29 s");
            case CAPABILITY, REFUSAL, NOTE -> {
                // a sentence is enough
            }
        }
        if (draft.launch != null && !item.has("since")) {
            item.report(
                    FactRules.DATE,
                    item.placeOf("launch"),
                    "launch without since",
                    "a launch has a day",
                    "add since: and the day, or remove launch");
        }
    }

    private static Window window(Fields item) {
        LocalDate since = item.date("since").orElse(LocalDate.MIN);
        LocalDate until = item.date("until").orElse(LocalDate.MAX);
        if (!since.isBefore(until)) {
            item.report(
                    FactRules.DATE,
                    item.placeOf("until"),
                    "until " + until + " is not after since " + since,
                    "a fact holds from since up to, and without, until",
                    "correct one of the two days");
        }
        return new Window(since, until);
    }

    private static List<String> regions(Fields item) {
        Optional<Node> node = item.node("region");
        if (node.isPresent() && node.get() instanceof SequenceNode list) {
            List<String> regions = new ArrayList<>();
            for (Node region : list.items()) {
                if (region instanceof ScalarNode scalar && FactId.isWord(scalar.text())) {
                    regions.add(scalar.text());
                } else {
                    noRegion(region, item);
                }
            }
            return regions;
        }
        Optional<String> region = item.text("region");
        if (region.isPresent() && !FactId.isWord(region.get())) {
            noRegion(node.orElseThrow(), item);
        }
        return region.stream().toList();
    }

    private static void noRegion(Node node, Fields item) {
        item.report(
                FactRules.WORD, node.place(), "a region is a word such as eu-west-1", "", "write region: eu-west-1");
    }
}
