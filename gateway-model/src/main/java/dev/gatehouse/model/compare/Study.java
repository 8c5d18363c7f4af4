package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.FactId;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import dev.gatehouse.model.read.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The claims of the study (S. Rekik, 19 November 2020), judged by facts: a claim names the facts that it rests on, that
 * refute it, that narrow it and that have changed it since, and the days of these facts decide.
 */
final class Study {
    /** The day of the study. */
    static final LocalDate DAY = LocalDate.of(2020, 11, 19);

    private static final String RESOURCE = "study.yaml";
    private static final List<Claim> CLAIMS = read();

    /** One claim, with the facts that decide it. */
    private record Claim(
            String id,
            String text,
            List<FactId> restsOn,
            List<FactId> refutedBy,
            List<FactId> narrowedBy,
            List<FactId> changedBy) {}

    private Study() {}

    static List<StudyAnswer> answers(Facts facts, LocalDate today) {
        return CLAIMS.stream()
                .map(claim -> answer(claim, facts.asOf(DAY), facts.asOf(today)))
                .toList();
    }

    private static StudyAnswer answer(Claim claim, Facts then, Facts now) {
        List<Fact> refuting = held(claim.refutedBy(), then);
        List<Fact> narrowing = held(claim.narrowedBy(), then);
        List<Fact> changing = held(claim.changedBy(), now).stream()
                .filter(fact -> fact.since().map(DAY::isBefore).orElse(false))
                .toList();
        String verdictThen = !refuting.isEmpty() ? "wrong-then" : !narrowing.isEmpty() ? "overstated" : "holds";
        String verdictNow = !changing.isEmpty()
                ? "changed"
                : !refuting.isEmpty() ? "wrong" : !narrowing.isEmpty() ? "overstated" : "holds";
        List<Fact> deciding = new ArrayList<>();
        deciding.addAll(refuting);
        deciding.addAll(narrowing);
        deciding.addAll(changing);
        List<Fact> facts = new ArrayList<>(deciding);
        facts.addAll(held(claim.restsOn(), now));
        facts.addAll(held(claim.restsOn(), then));
        List<Fact> distinct = facts.stream().distinct().toList();
        return new StudyAnswer(
                claim.id(),
                claim.text(),
                verdictThen,
                verdictNow,
                by(deciding.isEmpty() ? distinct : deciding),
                distinct);
    }

    private static List<Fact> held(List<FactId> ids, Facts seen) {
        return ids.stream()
                .flatMap(id -> seen.find(id.kind(), id.id()).stream())
                .toList();
    }

    private static String by(List<Fact> facts) {
        return String.join("; ", facts.stream().map(Study::told).toList());
    }

    private static String told(Fact fact) {
        String since = fact.since().map(day -> " (since " + day + ")").orElse("");
        return fact.launch().orElse(fact.text()) + since;
    }

    // ---- reading the claims

    private static List<Claim> read() {
        Documents documents = YamlReader.read(RESOURCE, content());
        if (!documents.findings().isEmpty()) {
            throw new IllegalStateException(
                    RESOURCE + ": " + documents.findings().get(0).what());
        }
        return items(documents.roots().get(0)).stream().map(Study::claim).toList();
    }

    private static byte[] content() {
        try (InputStream in = Study.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not beside " + Study.class.getName());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Claim claim(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new IllegalStateException(node.place() + ": a claim is a mapping");
        }
        return new Claim(
                text(mapping, "claim"),
                text(mapping, "text"),
                ids(mapping, "rests-on"),
                ids(mapping, "refuted-by"),
                ids(mapping, "narrowed-by"),
                ids(mapping, "changed-by"));
    }

    private static String text(MappingNode mapping, String key) {
        return mapping.get(key)
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .map(ScalarNode::text)
                .orElseThrow(() -> new IllegalStateException(mapping.place() + ": a claim has a " + key));
    }

    private static List<FactId> ids(MappingNode mapping, String key) {
        Optional<Node> list = mapping.get(key);
        return list.isEmpty()
                ? List.of()
                : items(list.get()).stream()
                        .filter(ScalarNode.class::isInstance)
                        .map(item -> FactId.parse(((ScalarNode) item).text()))
                        .toList();
    }

    private static List<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.items() : List.of(node);
    }
}
