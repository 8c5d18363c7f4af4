package dev.gatehouse.measurements.bounds;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Reason;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody demands of a load test. Immutable. Read by {@link BoundsReader}. */
public final class Bounds {
    private final List<Bound> bounds;

    Bounds(List<Bound> bounds) {
        this.bounds = List.copyOf(bounds);
    }

    /** What names a contestant that the plan does not have: to be shown before the first round. */
    public List<Finding> unknown(Plan plan) {
        List<String> names = plan.contestants().stream().map(Contestant::name).toList();
        List<Finding> findings = new ArrayList<>();
        for (Bound bound : bounds) {
            bound.contestants().stream()
                    .filter(name -> !names.contains(name))
                    .sorted()
                    .forEach(name -> findings.add(finding(
                            BoundsRules.UNKNOWN_CONTESTANT,
                            bound,
                            "unknown contestant '" + name + "'" + Nearest.hint(name, names),
                            "a bound on what is not measured is never met",
                            "write one of " + String.join(", ", names))));
        }
        return findings;
    }

    /** Which bounds a run does not keep, or can't be known to keep; none if it keeps them all. */
    public List<Finding> unmet(Measurement measurement) {
        String why = measurement.reasons().stream().map(Reason::text).collect(Collectors.joining("; "));
        List<Finding> findings = new ArrayList<>();
        for (Bound bound : bounds) {
            boolean says = measurement.reasons().isEmpty() || bound instanceof Bound.Errors;
            Optional<Boolean> met = says ? bound.isMet(measurement) : Optional.empty();
            if (met.isEmpty()) {
                findings.add(finding(
                        BoundsRules.NOT_KNOWN,
                        bound,
                        says ? bound.shown(measurement) : "the run says nothing about " + bound.subject(),
                        why.isEmpty() ? "fewer than 100 requests lie beyond it, or it was not measured" : why,
                        "measure longer, or more rounds, until it is known"));
            } else if (!met.get()) {
                findings.add(finding(BoundsRules.NOT_MET, bound, bound.shown(measurement), "", ""));
            }
        }
        return findings.stream().sorted().toList();
    }

    private static Finding finding(RuleId rule, Bound bound, String what, String why, String fix) {
        return new Finding(rule, Severity.ERROR, bound.place(), bound.subject(), what, why, fix);
    }
}
