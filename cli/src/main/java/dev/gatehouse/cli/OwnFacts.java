package dev.gatehouse.cli;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Sheet;
import dev.gatehouse.model.fact.SheetReader;
import dev.gatehouse.model.fact.Sheets;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.Places;
import dev.gatehouse.model.spec.PlatformSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts of a platform.
 *
 * @param facts ours, with own facts over them if nothing is wrong with these
 * @param findings what is wrong with the own ones
 */
record OwnFacts(Facts facts, List<Finding> findings) {
    /** Copies the findings. */
    OwnFacts {
        findings = List.copyOf(findings);
    }

    /** Reads the files of own facts that the spec {@code file} names. */
    static OwnFacts read(Inputs inputs, String file, PlatformSpec spec, Places places) {
        List<Finding> findings = new ArrayList<>();
        List<Input> files = new ArrayList<>();
        for (int i = 0; i < spec.facts().size(); i++) {
            String subject = "facts[" + i + "]";
            try {
                files.add(inputs.readBeside(file, spec.facts().get(i)));
            } catch (Refusal e) {
                e.findings().forEach(finding -> findings.add(finding.at(places.of(subject))));
            }
        }
        OwnFacts own = of(files);
        findings.addAll(own.findings());
        return new OwnFacts(own.facts(), findings);
    }

    /** Puts the sheets of {@code files} over ours. */
    static OwnFacts of(List<Input> files) {
        List<Finding> findings = new ArrayList<>();
        List<Sheet> sheets = new ArrayList<>();
        Set<String> kinds = new TreeSet<>(Facts.bundled().kinds());
        for (Input file : files) {
            Sheets read = SheetReader.read(file.name(), file.bytes(), kinds);
            findings.addAll(read.findings());
            sheets.addAll(read.sheets());
            read.sheets().forEach(sheet -> kinds.add(sheet.kind()));
        }
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return new OwnFacts(Facts.bundled(), findings);
        }
        try {
            return new OwnFacts(Facts.bundled().with(sheets), findings);
        } catch (InvalidInputException e) {
            findings.addAll(e.findings());
            return new OwnFacts(Facts.bundled(), findings);
        }
    }
}
