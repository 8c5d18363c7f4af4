package dev.gatehouse.ambassador.write;

import dev.gatehouse.ambassador.explain.Answer;
import dev.gatehouse.ambassador.explain.Bystander;
import dev.gatehouse.ambassador.explain.Explanation;
import dev.gatehouse.ambassador.explain.Outcome;
import dev.gatehouse.ambassador.explain.Request;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.VirtualHost;

/** An explanation for a terminal, at most 100 columns wide. */
public final class ExplainText {
    private static final int LABEL = 9;

    private ExplainText() {}

    /** The text, with a line break at the end. */
    public static String write(Explanation explanation) {
        Lines lines = new Lines();
        lines.add(0, explanation.request().text());
        for (Request.Header header : explanation.request().headers()) {
            lines.add(2, header.name() + ": " + header.value());
        }
        for (Listener listener : explanation.listener()) {
            lines.add(
                    2,
                    "at listener " + listener.name() + ", port " + listener.port() + " ("
                            + String.join(", ", listener.protocols()) + "; " + listener.security() + ")");
        }
        for (VirtualHost host : explanation.virtualHost()) {
            lines.add(
                    2,
                    "host " + String.join(", ", host.domains()) + " of "
                            + host.origin().subject());
        }
        lines.blank();
        explanation.outcomes().forEach(outcome -> outcome(lines, outcome));
        if (!explanation.notes().isEmpty()) {
            lines.blank();
            explanation.notes().forEach(note -> lines.add(0, "note: ", note));
        }
        if (!explanation.bystanders().isEmpty()) {
            lines.blank().add(0, "Not by");
            for (Bystander bystander : explanation.bystanders()) {
                lines.add(
                        2,
                        bystander.origin().subject() + "  " + bystander.origin().place());
                lines.add(6, bystander.why());
            }
        }
        return lines.text();
    }

    private static void outcome(Lines lines, Outcome outcome) {
        String share = String.format("%5d %%  ", outcome.percent());
        if (outcome.by().isEmpty()) {
            lines.add(0, share, answer(outcome.answer()));
            return;
        }
        for (Route route : outcome.by()) {
            lines.add(0, share, route.origin().subject() + "  " + route.origin().place());
            lines.add(LABEL, "takes " + Words.path(route.match()));
        }
        lines.add(LABEL, "→ ", answer(outcome.answer()));
        if (outcome.answer() instanceof Answer.Forwarded forwarded) {
            lines.add(LABEL, "  ", Words.limits(forwarded.limits(), forwarded.retry()));
            for (Answer.Copy copy : forwarded.mirrors()) {
                lines.add(
                        LABEL,
                        "  ",
                        copy.percent() + " % copied to " + copy.upstream() + " by "
                                + copy.origin().subject());
            }
        }
    }

    private static String answer(Answer answer) {
        if (answer instanceof Answer.Forwarded forwarded) {
            return forwarded.upstream() + (forwarded.tls() ? " over TLS" : "") + ", host " + forwarded.host()
                    + ", path " + forwarded.target()
                    + (forwarded.upgrade().isEmpty() ? "" : ", upgraded to " + forwarded.upgrade());
        }
        if (answer instanceof Answer.Redirected redirected) {
            return redirected.status() + ", " + redirected.location();
        }
        if (answer instanceof Answer.Refused refused) {
            return refused.status() + ": " + refused.why();
        }
        if (answer instanceof Answer.PassedOn passed) {
            return "bytes passed on to " + String.join(", ", passed.upstreams()) + " by "
                    + passed.origin().subject();
        }
        return answer instanceof Answer.Closed closed ? "no answer: " + closed.why() : "";
    }
}
