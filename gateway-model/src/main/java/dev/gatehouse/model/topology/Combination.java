package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.spec.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hop, or nobody, for each promise of one entry; judges how well these go together. */
final class Combination {
    /** A requirement with the hop that might keep it, or none. */
    record Choice(Requirement requirement, Optional<Hop> hop) {}

    /** How good a combination is: fewest broken, then unknown, then conditions of yours, then nearest the edge. */
    record Score(long broken, long unknown, long yours, int distance) implements Comparable<Score> {
        private static final Comparator<Score> ORDER = Comparator.comparingLong(Score::broken)
                .thenComparingLong(Score::unknown)
                .thenComparingLong(Score::yours)
                .thenComparingInt(Score::distance);

        @Override
        public int compareTo(Score other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Claim NOBODY = new Claim.Cannot("no hop keeps it", List.of());

    private final Known known;
    private final EntryPath path;
    private final Map<Requirement, Map<Hop, Claim>> claims;
    private final List<Choice> choices;

    Combination(Known known, EntryPath path, Map<Requirement, Map<Hop, Claim>> claims, List<Choice> choices) {
        this.known = known;
        this.path = path;
        this.claims = claims;
        this.choices = choices;
    }

    List<Choice> choices() {
        return choices;
    }

    /** The same with another hop for the requirement of {@code instead}. */
    Combination with(Choice instead) {
        return new Combination(
                known,
                path,
                claims,
                choices.stream()
                        .map(choice -> choice.requirement().equals(instead.requirement()) ? instead : choice)
                        .toList());
    }

    Score score() {
        long broken = 0;
        long unknown = 0;
        int distance = 0;
        List<Condition> yours = new ArrayList<>();
        for (Choice choice : choices) {
            if (isRefused(choice)) {
                broken++;
            } else {
                unknown += missing(choice).isPresent() ? 1 : 0;
                conditions(choice).stream()
                        .filter(condition -> condition.isYours() && !yours.contains(condition))
                        .forEach(yours::add);
                distance += choice.hop().map(path.hops()::indexOf).orElse(0);
            }
        }
        return new Score(broken, unknown, yours.size(), distance);
    }

    /** What the hop says to the promise, given who keeps the others. */
    Claim claim(Choice choice) {
        if (choice.hop().isEmpty()) {
            return NOBODY;
        }
        if (choice.requirement() instanceof Jwt jwt
                && namesConsumersByFunction(choice.hop().get())) {
            return new JwtClaims(known, jwt).byFunction(choice.hop().get().kind());
        }
        return claims.getOrDefault(choice.requirement(), Map.of())
                .getOrDefault(choice.hop().get(), NOBODY);
    }

    /**
     * Whether the REST API that shall verify a token also counts by something else than its own keys: a method has one
     * authorizer, and only a function can name a consumer for a usage plan.
     */
    private boolean namesConsumersByFunction(Hop verifier) {
        return verifier.kind().equals(HopKind.REST_API)
                && choices.stream()
                        .filter(choice -> choice.hop().equals(Optional.of(verifier))
                                && choice.requirement() instanceof RateLimit
                                && !isRefused(choice))
                        .anyMatch(choice -> mark((RateLimit) choice.requirement()) != Identity.By.API_KEY);
    }

    private Identity.By mark(RateLimit limit) {
        return RateLimitClaims.countedBy(known, path.entry(), limit);
    }

    boolean isRefused(Choice choice) {
        return claim(choice) instanceof Claim.Cannot || refusal(choice).isPresent();
    }

    /** What is missing to be sure of the choice, if something is. */
    Optional<String> missing(Choice choice) {
        if (claim(choice) instanceof Claim.Unsure unsure) {
            return Optional.of(unsure.missing());
        }
        return couplings(choice).stream()
                .filter(Coupling.Unsure.class::isInstance)
                .map(coupling -> ((Coupling.Unsure) coupling).missing())
                .findFirst();
    }

    List<Condition> conditions(Choice choice) {
        List<Condition> conditions = new ArrayList<>();
        if (claim(choice) instanceof Claim.Can can) {
            conditions.addAll(can.conditions());
        }
        for (Coupling coupling : couplings(choice)) {
            if (coupling instanceof Coupling.Fits fits) {
                fits.condition().filter(each -> !conditions.contains(each)).ifPresent(conditions::add);
            }
        }
        return conditions;
    }

    /** Why the choice doesn't go with the others, if it doesn't. */
    Optional<Coupling.Refused> refusal(Choice choice) {
        return couplings(choice).stream()
                .filter(Coupling.Refused.class::isInstance)
                .map(Coupling.Refused.class::cast)
                .findFirst();
    }

    /** What the choice rests on: the facts of the hop's claim, then those of the couplings. */
    List<Fact> facts(Choice choice) {
        List<Fact> facts = new ArrayList<>(claim(choice).facts());
        couplings(choice).forEach(coupling -> facts.addAll(coupling.facts()));
        return facts;
    }

    /** What follows for who counts from each promise that verifies what is counted by. */
    private List<Coupling> couplings(Choice counting) {
        if (!(counting.requirement() instanceof RateLimit limit)
                || counting.hop().isEmpty()) {
            return List.of();
        }
        Identity.By mark = mark(limit);
        Optional<String> promise = Couplings.verifier(mark);
        if (promise.isEmpty()) {
            return List.of();
        }
        Couplings rules = new Couplings(known, path);
        Hop counter = counting.hop().get();
        List<Coupling> couplings = choices.stream()
                .filter(verifying -> verifying.requirement().word().equals(promise.get()))
                .map(verifying -> rules.of(mark, verifying.hop(), counter))
                .toList();
        return couplings.isEmpty() ? List.of(rules.of(mark, Optional.empty(), counter)) : couplings;
    }
}
