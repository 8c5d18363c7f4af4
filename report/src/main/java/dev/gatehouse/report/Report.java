package dev.gatehouse.report;

import dev.gatehouse.measurements.files.ResultFile;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.report.diagram.DiagramSvg;
import dev.gatehouse.report.folder.OwnFolder;
import dev.gatehouse.report.generated.DesignFiles;
import dev.gatehouse.report.guide.DecisionRecord;
import dev.gatehouse.report.guide.DesignGuide;
import dev.gatehouse.report.page.IndexHtml;
import dev.gatehouse.report.text.ComparisonMarkdown;
import dev.gatehouse.report.text.ResultsMarkdown;
import dev.gatehouse.report.view.Column;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.write.ComparisonJson;
import dev.gatehouse.report.write.FindingsJson;
import dev.gatehouse.report.write.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One folder with everything: the comparison in three forms, findings, a decision record, and for each design its
 * drawing, its guide and its generated files.
 *
 * <pre>{@code
 * Comparison comparison = Comparison.of(spec, facts, Designs.all(), day, day);
 * Report.of(comparison, facts, Origin.of("0.1.0", bytes)).write(Path.of("gatehouse-report"));
 * }</pre>
 *
 * <p>Immutable. The same comparison, facts and origin give the same bytes.
 */
public final class Report {
    private static final String COMMAND = "report";
    private static final String PAGE = "index.html";

    private final Comparison comparison;
    private final Facts facts;
    private final Origin origin;
    private final List<Finding> findings;
    private final Map<String, Measurement> results;
    private final Consumer<String> progress;

    private Report(
            Comparison comparison,
            Facts facts,
            Origin origin,
            List<Finding> findings,
            Map<String, Measurement> results,
            Consumer<String> progress) {
        this.comparison = comparison;
        this.facts = facts;
        this.origin = origin;
        this.findings = List.copyOf(findings);
        this.results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
        this.progress = progress;
    }

    /**
     * The report of a comparison.
     *
     * @param facts what is known today: generated files rest on it, whatever the day compared
     * @param origin what the report is made with and of
     */
    public static Report of(Comparison comparison, Facts facts, Origin origin) {
        return new Report(comparison, facts, origin, List.of(), Map.of(), step -> {});
    }

    /** This report with what was found while its spec was read, beside the comparison's own findings. */
    public Report withFindings(List<Finding> more) {
        return new Report(comparison, facts, origin, more, results, progress);
    }

    /**
     * This report with results of load tests of the same spec. They stand beside the comparison and change nothing in
     * it.
     *
     * @param measured by the file that each was read from
     * @throws InvalidInputException with GH-575 for each that is of another spec
     */
    public Report withResults(Map<String, Measurement> measured) {
        List<Finding> foreign = measured.entrySet().stream()
                .filter(result -> !result.getValue().plan().specSha256().equals(origin.specSha256()))
                .map(result -> ResultRules.otherSpec(
                        result.getKey(),
                        result.getValue().plan().platform(),
                        comparison.spec().name()))
                .toList();
        if (!foreign.isEmpty()) {
            throw new InvalidInputException(foreign);
        }
        return new Report(comparison, facts, origin, findings, measured, progress);
    }

    /** This report, telling {@code listener} what it works on, one phrase per step. */
    public Report withProgress(Consumer<String> listener) {
        return new Report(comparison, facts, origin, findings, results, listener);
    }

    /**
     * Writes the report into a new folder beside {@code target} and lets the two change places.
     *
     * @param target where the report is, or shall be
     * @return {@code target}
     * @throws InvalidInputException with GH-640 to GH-644 if the folder may not, or can't, be replaced, or with GH-500
     *     to GH-549 if a design can't be generated; in both cases nothing has changed
     */
    public Path write(Path target) {
        OwnFolder folder = OwnFolder.of(COMMAND, target);
        folder.check();
        SortedMap<String, String> files = files();
        progress.accept("writing " + target);
        return folder.replace(files);
    }

    /**
     * The report's files by path, with forward slashes.
     *
     * @throws InvalidInputException with GH-500 to GH-549, of every design, if one can't be generated
     */
    public SortedMap<String, String> files() {
        progress.accept("comparing");
        ComparisonView view = ComparisonView.of(comparison);
        List<Finding> all = Stream.concat(
                        findings.stream(),
                        comparison.designs().stream()
                                .map(DesignAnswer::findings)
                                .flatMap(List::stream))
                .distinct()
                .sorted()
                .toList();
        SortedMap<String, String> files = new TreeMap<>();
        files.put("comparison.json", ComparisonJson.of(comparison, origin));
        files.put("comparison.md", ComparisonMarkdown.of(comparison));
        files.put("decision.md", DecisionRecord.of(view));
        files.put("findings.json", FindingsJson.of(all, 1));
        generated(view).forEach((column, design) -> {
            String folder = "designs/" + column.id() + "/";
            design.files().forEach((name, text) -> files.put(folder + name, text));
            files.put(folder + "diagram.svg", DiagramSvg.file(column.answer()));
            files.put(folder + "README.md", DesignGuide.of(view, column, design));
        });
        List<Measurement> measured = List.copyOf(results.values());
        if (!measured.isEmpty()) {
            files.put("results.md", ResultsMarkdown.of(measured));
        }
        measured.forEach(result -> files.put("results/" + result.plan().id() + ".json", ResultFile.text(result)));
        files.put(PAGE, IndexHtml.of(comparison, all, List.copyOf(files.keySet()), measured, origin));
        return Collections.unmodifiableSortedMap(files);
    }

    private Map<Column, DesignFiles> generated(ComparisonView view) {
        Map<Column, DesignFiles> generated = new LinkedHashMap<>();
        List<Finding> refused = new ArrayList<>();
        for (Column column : view.columns()) {
            progress.accept("generating " + column.id());
            try {
                generated.put(column, DesignFiles.of(column.answer().design().realize(comparison.spec(), facts)));
            } catch (InvalidInputException e) {
                refused.addAll(e.findings());
            }
        }
        if (!refused.isEmpty()) {
            throw new InvalidInputException(refused.stream().distinct().toList());
        }
        return generated;
    }
}
