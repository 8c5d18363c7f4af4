package dev.gatehouse.cli;

import dev.gatehouse.ambassador.lint.About;
import dev.gatehouse.ambassador.lint.Lint;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.report.write.FindingsJson;
import dev.gatehouse.report.write.Sarif;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds what is wrong in specs, manifests and fact sheets. */
@Command(
        name = "lint",
        description = "Find what is wrong or surprising in platform specs, manifests and fact sheets, told apart by"
                + " their content.",
        footer = {
            "  gatehouse lint platform.yaml",
            "  gatehouse lint examples/                                         every YAML file below",
            "  gatehouse lint platform.yaml -o json > old.json                  what there is today",
            "  gatehouse lint platform.yaml --baseline old.json                 only what is new since then",
            "  gatehouse lint . -o sarif > findings.sarif                       for a code scanner",
            "  gatehouse lint --explain GH-706                                  what a rule is about"
        })
final class LintCommand implements Verb {
    private static final String NAME = "lint";

    private final Call call;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "files, folders; - for standard input")
    private List<String> paths = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "exit with 1 from which severity on: error (default) or warning")
    private String failOn = "error";

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "leave out the findings in FILE, which lint -o json wrote")
    private String baseline = "";

    @Option(names = "--explain", paramLabel = "RULE", description = "say what a rule is about, such as GH-706")
    private String rule = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            description = "text (default), json or sarif")
    private String form = "text";

    LintCommand(Call call) {
        this.call = call;
    }

    @Override
    public Status run() {
        Choice.of(NAME, "form", form, List.of("text", "json", "sarif"));
        Choice.of(NAME, "severity", failOn, List.of("error", "warning"));
        if (!rule.isEmpty()) {
            call.print(explained(RulesPage.ofJar()));
            return Status.DONE;
        }
        if (paths.isEmpty()) {
            throw Refusal.of(
                    CallRules.ARGUMENTS,
                    Call.place(NAME),
                    "PATH",
                    "PATH is missing",
                    "name files or folders, or - for standard input");
        }
        return lint();
    }

    private String explained(RulesPage page) {
        String id = rule.toUpperCase(Locale.ROOT);
        if (!page.rules().contains(id)) {
            throw Refusal.of(
                    CallRules.UNKNOWN_WORD,
                    Call.place(NAME),
                    "--explain",
                    "there is no rule " + rule,
                    "write a rule as findings show it, such as " + page.rules().get(0));
        }
        return page.of(id) + Lint.rule(id).map(LintCommand::paragraph).orElse("");
    }

    private static String paragraph(About rule) {
        return "\n" + Wrap.lines(rule.explanation(), "  ", "  ") + "\n"
                + Wrap.lines("source: " + rule.source().described(), "  ", "    ");
    }

    private Status lint() {
        Inputs inputs = new Inputs(call.around());
        Baseline old = baseline.isEmpty() ? Baseline.NONE : Baseline.of(inputs.read(baseline));
        Linting linting = new Linting(inputs);
        paths.stream().distinct().forEach(linting::take);
        List<Finding> all = linting.findings();
        List<Finding> findings =
                all.stream().filter(finding -> !old.has(finding)).toList();
        call.print(
                switch (form) {
                    case "json" -> FindingsJson.of(findings, linting.files());
                    case "sarif" -> Sarif.of(findings, BuildVersion.number());
                    default -> text(findings, linting.counts());
                });
        tellOfBaseline(all.size() - findings.size(), old.gone(all));
        call.complain(linting.unreadable());
        if (!linting.unreadable().isEmpty()) {
            return Status.NOT_UNDERSTOOD;
        }
        Severity bound = failOn.equals("error") ? Severity.ERROR : Severity.WARNING;
        return findings.stream().anyMatch(finding -> finding.severity().compareTo(bound) <= 0)
                ? Status.NO
                : Status.DONE;
    }

    private void tellOfBaseline(long known, long gone) {
        if (known > 0) {
            call.tell(counted(known, "finding") + " left out: in " + baseline);
        }
        if (gone > 0) {
            call.tell(counted(gone, "finding") + " of " + baseline + " no longer there: write it anew");
        }
    }

    private String text(List<Finding> findings, Map<FileKind, Integer> counts) {
        Paint paint = call.paint();
        return Stream.concat(
                        findings.stream().map(finding -> FindingLines.of(finding, paint)),
                        Stream.of(summary(findings, counts) + "\n"))
                .collect(Collectors.joining("\n"));
    }

    private static String summary(List<Finding> findings, Map<FileKind, Integer> counts) {
        String found = findings.isEmpty()
                ? "no findings"
                : Stream.of(Severity.values())
                        .map(severity -> counted(
                                findings.stream()
                                        .filter(finding -> finding.severity() == severity)
                                        .count(),
                                severity.word()))
                        .filter(count -> !count.startsWith("0 "))
                        .collect(Collectors.joining(", "));
        String files = counts.entrySet().stream()
                .map(count -> counted(count.getValue(), words(count.getKey())))
                .collect(Collectors.joining(", "));
        return found + " in " + (files.isEmpty() ? "0 files" : files);
    }

    private static String words(FileKind kind) {
        return switch (kind) {
            case PLATFORM -> "platform spec";
            case FACTS -> "file of facts";
            case MANIFESTS -> "file of manifests";
            case EMPTY, UNKNOWN -> "other file";
        };
    }

    private static String counted(long count, String what) {
        return count + " "
                + (count == 1 ? what : what.startsWith("file") ? what.replaceFirst("file", "files") : what + "s");
    }
}
