package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Identity;
import java.util.List;
import java.util.Optional;

/**
 * Which hop may count consumers that another hop has verified. The rules are few, and what each hop hands on is a line
 * on its fact sheet, where {@code MARK} is {@code jwt-claim} or {@code certificate}:
 *
 * <ul>
 *   <li>nobody counts a consumer whom nobody verifies, nor before it is verified;
 *   <li>who verifies may count by itself;
 *   <li>{@code hands-on-MARK}: the verifier names the consumer in the header that {@code by} says;
 *   <li>{@code offers-MARK}: the verifier can be told to copy what {@code by} says into a header of ours;
 *   <li>{@code passes-on-MARK}: the mark goes on as it came, and who counts must read it by itself;
 *   <li>{@code hands-on-no-MARK}: nothing of it reaches the hops behind, so none of them can count by it.
 * </ul>
 *
 * <p>A verifier whose sheet has none of these lines leaves the counting unknown.
 */
final class Couplings {
    private final Known known;
    private final EntryPath path;

    Couplings(Known known, EntryPath path) {
        this.known = known;
        this.path = path;
    }

    /** The word of the promise that verifies such a mark; empty for marks that are taken as they come. */
    static Optional<String> verifier(Identity.By mark) {
        return switch (mark) {
            case JWT_CLAIM -> Optional.of("jwt");
            case CERTIFICATE -> Optional.of("mutual-tls");
            case API_KEY, HEADER, ADDRESS -> Optional.empty();
        };
    }

    /**
     * What follows for {@code counter} if {@code verifier} verifies consumers by a mark that must be verified.
     *
     * @param verifier empty if no hop verifies it
     */
    Coupling of(Identity.By mark, Optional<Hop> verifier, Hop counter) {
        if (verifier.isEmpty()) {
            return new Coupling.Refused(
                    "no hop verifies the " + thing(mark) + " that consumers are counted by", List.of());
        }
        if (verifier.get().equals(counter)) {
            return new Coupling.Fits(Optional.empty(), List.of());
        }
        HopKind from = verifier.get().kind();
        if (path.hops().indexOf(counter) < path.hops().indexOf(verifier.get())) {
            return new Coupling.Refused(
                    counter.kind() + " counts before " + from + " has verified the " + thing(mark), List.of());
        }
        return behind(mark, from);
    }

    /** What the hops behind {@code verifier} learn of a consumer that it has verified. */
    private Coupling behind(Identity.By mark, HopKind verifier) {
        Optional<Fact> header = known.fact(verifier, "hands-on-" + mark.word());
        if (header.isPresent()) {
            return new Coupling.Fits(
                    Optional.of(Condition.generated("the limiter counts by the header "
                            + header.get().by().orElse("of " + verifier) + ", which " + verifier
                            + " sets after it has verified the " + thing(mark))),
                    List.of(header.get()));
        }
        Optional<Fact> variable = known.fact(verifier, "offers-" + mark.word());
        if (variable.isPresent()) {
            return new Coupling.Fits(
                    Optional.of(Condition.generated(verifier + " hands the verified subject on in the header "
                            + Topology.CERTIFICATE_SUBJECT_HEADER)),
                    List.of(variable.get()));
        }
        Optional<Fact> itself = known.fact(verifier, "passes-on-" + mark.word());
        if (itself.isPresent()) {
            return new Coupling.Fits(
                    Optional.of(Condition.yours("let the limiter read the claim from the token itself: " + verifier
                            + " passes a verified token on as it is and exports no claim")),
                    List.of(itself.get()));
        }
        Optional<Fact> nothing = known.fact(verifier, "hands-on-no-" + mark.word());
        if (nothing.isPresent()) {
            return new Coupling.Refused(
                    "after " + verifier + " has verified the " + thing(mark) + " no hop behind it learns whose it was",
                    List.of(nothing.get()));
        }
        return new Coupling.Unsure(
                "what " + verifier + " hands on of a verified " + thing(mark) + " stands on no fact sheet", List.of());
    }

    private static String thing(Identity.By mark) {
        return mark == Identity.By.JWT_CLAIM ? "token" : "certificate";
    }
}
