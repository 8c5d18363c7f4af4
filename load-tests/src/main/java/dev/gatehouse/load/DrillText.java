package dev.gatehouse.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A drill's table, as people read it. */
final class DrillText {
    /** What the numbers are worth. */
    static final String EVIDENCE = "measured on the lab: stand-ins for AWS's hops on loopback, not AWS";

    private DrillText() {}

    static String of(DrillPlan plan, String platform, String struck, List<DrillOutcome> outcomes) {
        StringBuilder text = new StringBuilder();
        text.append("drill ")
                .append(plan.drill().word())
                .append(" · ")
                .append(platform)
                .append("\n");
        for (DrillStep step : plan.steps().all()) {
            boolean names = plan.drill().isOfModel() && step.equals(plan.steps().first());
            text.append(at(step.at().toSeconds()))
                    .append(step.what())
                    .append(names ? ": " + struck : "")
                    .append("\n");
        }
        text.append(at(plan.steps().last().toSeconds())).append("the last request leaves\n\n");
        text.append(row("design", "sent", "ok", "failed", "timed out", "recovery", "at models"));
        outcomes.forEach(outcome -> text.append(line(outcome)));
        outcomes.forEach(outcome -> text.append(details(outcome)));
        text.append("\n")
                .append(EVIDENCE)
                .append("; its clock runs ")
                .append(plan.pace().factor());
        text.append(" times as fast,\nwhat is in seconds is by that clock; ").append(plan.rate());
        text.append(" by a clock on the wall, ").append(plan.engine().word()).append(" ingress, seed ");
        return text.append(plan.seed()).append("\n").toString();
    }

    private static String at(long seconds) {
        return String.format(Locale.ROOT, "  at %2d s  ", seconds);
    }

    private static String line(DrillOutcome outcome) {
        if (outcome.impossible().isPresent()) {
            return String.format(
                    Locale.ROOT,
                    "%-32s %s\n",
                    outcome.design(),
                    outcome.impossible().get());
        }
        return row(
                outcome.design(),
                outcome.tally().sent(),
                outcome.tally().ok(),
                outcome.tally().failures(),
                outcome.tally().timedOut(),
                recovery(outcome.recoveryMillis()),
                outcome.atModels());
    }

    private static String recovery(Optional<Long> millis) {
        return millis.map(value -> String.format(Locale.ROOT, "%.1f s", value / 1000.0))
                .orElse("-");
    }

    private static String details(DrillOutcome outcome) {
        List<String> lines = new ArrayList<>(outcome.notCarried());
        lines.replaceAll(each -> "not carried, not sent: " + each);
        if (!outcome.tally().failed().isEmpty()) {
            lines.add("clients got: "
                    + outcome.tally().failed().entrySet().stream()
                            .map(failure -> failure.getValue() + " × " + failure.getKey())
                            .collect(Collectors.joining(", ")));
        }
        outcome.hops()
                .forEach((hop, reasons) -> lines.add(hop + ": "
                        + reasons.entrySet().stream()
                                .map(reason -> reason.getValue() + " × " + reason.getKey())
                                .collect(Collectors.joining(", "))));
        if (outcome.early() > 0) {
            lines.add(outcome.early() + " lost before the fault");
        }
        return lines.isEmpty()
                ? ""
                : "\n" + outcome.design() + "\n"
                        + lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-32s %7s %7s %7s %9s %9s %9s\n", cells);
    }
}
