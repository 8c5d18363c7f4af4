package dev.gatehouse.cli;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What is said when something outside fails, or we do. */
final class Failures {
    private Failures() {}

    /** Whether the reader of a pipe went away, as {@code head} does: no reason to say anything. */
    static boolean isBrokenPipe(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("Broken pipe") || message.contains("EPIPE") || message.contains("Pipe closed");
    }

    /** Whether the system refused to write a folder (GH-643), and not we. */
    static boolean isOutside(InvalidInputException e) {
        return e.findings().stream().anyMatch(finding -> finding.rule().text().equals("GH-643"));
    }

    static List<Finding> unwritable(String target, IOException e) {
        return error(
                CallRules.UNWRITABLE,
                target + " can't be written: " + reason(e),
                "free some space, or give a place that may be written to");
    }

    static List<Finding> outside(IOException e) {
        return error(CallRules.UNWRITABLE, "reading or writing failed: " + reason(e), "see to it, then call again");
    }

    static List<Finding> ours(Throwable e) {
        return error(
                CallRules.MISTAKE_OF_OURS,
                "a mistake in Gatehouse: " + e.getClass().getSimpleName() + ": " + reason(e),
                "call again with --debug and report what it prints, with the files that you gave");
    }

    static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return text.toString().stripTrailing();
    }

    static String reason(Throwable e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return e instanceof java.nio.file.FileSystemException file && file.getReason() != null
                ? file.getFile() + ": " + file.getReason()
                : message;
    }

    private static List<Finding> error(RuleId rule, String what, String fix) {
        return List.of(new Finding(rule, Severity.ERROR, Call.place(""), "gatehouse", what, "", fix));
    }
}
