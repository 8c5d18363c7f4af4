package dev.gatehouse.ambassador.explain;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Candidate;
import dev.gatehouse.ambassador.route.Mirror;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Standing;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why the Mappings that look related do not take a request. */
final class Bystanders {
    private final Optional<VirtualHost> host;
    private final List<Outcome> outcomes;
    private final Conditions conditions;
    private final Map<Origin, Candidate> byOrigin = new HashMap<>();

    private Bystanders(RouteTable table, Optional<VirtualHost> host, List<Outcome> outcomes, Conditions conditions) {
        this.host = host;
        this.outcomes = outcomes;
        this.conditions = conditions;
        table.candidates().forEach(candidate -> byOrigin.put(candidate.origin(), candidate));
    }

    static List<Bystander> of(
            RouteTable table, Optional<VirtualHost> host, List<Outcome> outcomes, Conditions conditions) {
        Bystanders why = new Bystanders(table, host, outcomes, conditions);
        Set<Origin> involved = involved(outcomes);
        List<Bystander> bystanders = new ArrayList<>();
        for (Candidate candidate : table.candidates()) {
            boolean related = candidate.origin().kind().equals("Mapping")
                    && !candidate.origin().synthetic()
                    && (conditions.pathMet(candidate.match()) || why.nearlyMet(candidate));
            if (related && !involved.contains(candidate.origin())) {
                bystanders.add(new Bystander(candidate.origin(), why.reason(candidate)));
            }
        }
        return bystanders;
    }

    private static Set<Origin> involved(List<Outcome> outcomes) {
        Set<Origin> involved = new HashSet<>();
        for (Outcome outcome : outcomes) {
            for (Route route : outcome.by()) {
                involved.add(route.origin());
                if (route.action() instanceof Action.Forward forward) {
                    forward.mirrors().stream().map(Mirror::origin).forEach(involved::add);
                }
            }
        }
        return involved;
    }

    /** Whether the path differs in upper and lower case only, or lies above the Mapping's. */
    private boolean nearlyMet(Candidate candidate) {
        String asked = candidate.match().path().text().toLowerCase(Locale.ROOT);
        String path = conditions.path().toLowerCase(Locale.ROOT);
        return !(candidate.match().path() instanceof PathMatch.Regex)
                && path.length() > 1
                && (path.startsWith(asked) || asked.equals(path + "/") || (asked + "/").equals(path));
    }

    private String reason(Candidate candidate) {
        if (!candidate.why().isEmpty()) {
            return switch (candidate.standing()) {
                case REFUSED -> "its group refuses it: it " + candidate.why();
                case IGNORED -> "Emissary ignores it: " + candidate.why();
                default -> "it is invalid: " + candidate.why();
            };
        }
        if (!conditions.pathMet(candidate.match())) {
            return pathReason(candidate);
        }
        Optional<String> unmet = conditions.unmet(candidate.match());
        if (unmet.isPresent()) {
            return unmet.get();
        }
        if (candidate.standing() == Standing.MIRRORS) {
            return "it mirrors the group of " + candidate.group().key() + ", which does not take the request";
        }
        return host.map(found -> reason(candidate, found))
                .orElseGet(() -> candidate.hosts().isEmpty() ? "no Host takes it" : "no Host takes the request's host");
    }

    private String pathReason(Candidate candidate) {
        String asked = candidate.match().path().text();
        if (candidate.match().path() instanceof PathMatch.Exact) {
            return "it takes the path " + asked + " and no other";
        }
        return conditions.path().toLowerCase(Locale.ROOT).startsWith(asked.toLowerCase(Locale.ROOT))
                ? "upper and lower case differ from its prefix " + asked
                : "the path does not begin with its prefix " + asked;
    }

    private String reason(Candidate candidate, VirtualHost found) {
        if (candidate.hosts().isEmpty()) {
            return "no Host takes it: neither its hostname nor its labels fit one";
        }
        if (!candidate.hosts().contains(found.origin().key())) {
            return "Host " + found.origin().key() + " takes the request's host, and this Mapping belongs only to "
                    + String.join(", ", candidate.hosts());
        }
        if (candidate.match().percentBelow() <= 0) {
            return "its weight gives it 0 %";
        }
        return ahead(candidate, found)
                .map(winner -> behind(candidate, winner))
                .orElse("Host " + found.origin().key() + " rejects insecure requests");
    }

    /** The route that has taken the last draw before it comes to the candidate's. */
    private Optional<Origin> ahead(Candidate candidate, VirtualHost found) {
        boolean listed =
                found.routes().stream().anyMatch(route -> route.origin().equals(candidate.origin()));
        if (!listed || outcomes.isEmpty()) {
            return Optional.empty();
        }
        return outcomes.stream()
                .filter(outcome ->
                        outcome.below() >= Math.min(100, candidate.match().percentBelow()))
                .flatMap(outcome -> outcome.by().stream())
                .map(Route::origin)
                .findFirst();
    }

    private String behind(Candidate candidate, Origin winner) {
        Candidate first = byOrigin.get(winner);
        String behind = "it stands behind " + winner.subject();
        if (first == null) {
            return behind;
        }
        int own = length(candidate);
        int other = length(first);
        if (first.group().equals(candidate.group())) {
            return "the members of its group in front of it take all draws below "
                    + Math.min(100, candidate.match().percentBelow());
        }
        if (first.precedence() != candidate.precedence()) {
            return behind + ", whose precedence is " + first.precedence() + " and not " + candidate.precedence();
        }
        if (own != other) {
            return behind + ", whose " + kind(first) + " is longer (" + other + " characters, not " + own + ")";
        }
        if (first.match().headers().size() != candidate.match().headers().size()) {
            return behind + ", which asks for more headers";
        }
        return behind + ", whose conditions are longer or come later in the alphabet";
    }

    private static int length(Candidate candidate) {
        String text = candidate.match().path().text();
        return text.codePointCount(0, text.length());
    }

    private static String kind(Candidate candidate) {
        return candidate.match().path() instanceof PathMatch.Regex ? "expression" : "prefix";
    }
}
