package dev.gatehouse.model.spec;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.Limits;
import dev.gatehouse.model.read.Reading;
import dev.gatehouse.model.read.YamlReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a platform spec from YAML or JSON. Never throws for bad input: what is wrong are findings, all at once. */
public final class SpecReader {
    /** The first line of every spec that this release reads. */
    public static final String SCHEMA = "gatehouse/platform/1";

    private SpecReader() {}

    /**
     * Reads one spec.
     *
     * @param file the file's name as findings show it
     * @param bytes its content
     */
    public static SpecReading read(String file, byte[] bytes) {
        return read(new Reading(file), file, bytes);
    }

    static SpecReading read(Reading reading, String file, byte[] bytes) {
        Documents documents = YamlReader.read(file, bytes, Limits.BY_HAND);
        documents.findings().forEach(reading::report);
        Optional<PlatformSpec> draft = draft(reading, file, documents);
        List<Finding> checked = draft.map(SpecCheck::findings).orElse(List.of());
        List<Finding> findings = Stream.concat(
                        reading.findings().stream(),
                        checked.stream()
                                .filter(finding -> isMeant(reading, finding))
                                .map(reading.places()::locate))
                .distinct()
                .sorted()
                .toList();
        boolean refused = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return new SpecReading(refused ? Optional.empty() : draft, reading.places(), findings, sha256(bytes));
    }

    /**
     * Whether a finding is about what was written, and not about what stands in for something that could not be read.
     */
    private static boolean isMeant(Reading reading, Finding finding) {
        boolean aboutAbsence =
                finding.severity() != Severity.ERROR || finding.rule().equals(SpecRules.ANSWERS);
        return !reading.isBroken(finding.subject()) && !(aboutAbsence && reading.hasBroken(finding.subject()));
    }

    private static Optional<PlatformSpec> draft(Reading reading, String file, Documents documents) {
        if (documents.roots().isEmpty()) {
            if (documents.findings().isEmpty()) {
                reading.error(
                        SpecRules.NO_SPEC,
                        new Place(file, 1, 1),
                        "",
                        "the file is empty",
                        "a platform spec has at least a name, a region, an entry and a model",
                        "begin with: schema: " + SCHEMA);
            }
            return Optional.empty();
        }
        if (documents.roots().size() > 1) {
            reading.error(
                    SpecRules.NO_SPEC,
                    documents.roots().get(1).place(),
                    "",
                    "a second document begins here",
                    "one file holds one platform",
                    "move it to a file of its own, without the --- line");
        }
        return reading.root(documents.roots().get(0)).mapping(PlatformReader::read);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
