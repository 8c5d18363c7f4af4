package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Identity;
import java.util.List;
import java.util.Optional;

/**
 * What follows for counting consumers from who verified them: one row of the table of couplings.
 *
 * @param identity what consumers are counted by
 * @param verifier the promise that verifies it
 * @param verifiedAt the hop that keeps that promise; empty: whichever
 * @param countedAt the hop that counts
 * @param refused why the two don't go together; empty: they do
 * @param condition what must be seen to for the two to go together; empty: nothing
 */
record Coupling(
        Identity.By identity,
        String verifier,
        Optional<HopKind> verifiedAt,
        HopKind countedAt,
        String refused,
        Optional<Condition> condition) {
    private static final String JWT = "jwt";
    private static final String MUTUAL_TLS = "mutual-tls";

    /** Every pair of a verifier and a counter that is more than the sum of its parts. */
    static final List<Coupling> TABLE = List.of(
            new Coupling(
                    Identity.By.JWT_CLAIM,
                    JWT,
                    Optional.of(HopKind.AMBASSADOR),
                    HopKind.REST_API,
                    "rest-api counts before ambassador has verified the token",
                    Optional.empty()),
            new Coupling(
                    Identity.By.JWT_CLAIM,
                    JWT,
                    Optional.of(HopKind.APPLICATION_LOAD_BALANCER),
                    HopKind.AMBASSADOR,
                    "",
                    Optional.of(Condition.yours("let the limiter read the claim from the token itself: an ALB that has"
                            + " verified a token forwards it as it is and exports no claim"))),
            new Coupling(
                    Identity.By.JWT_CLAIM,
                    JWT,
                    Optional.of(HopKind.REST_API),
                    HopKind.AMBASSADOR,
                    "",
                    Optional.of(Condition.yours(
                            "let the limiter read the claim from the token itself: the REST API passes the token on"))),
            new Coupling(
                    Identity.By.CERTIFICATE,
                    MUTUAL_TLS,
                    Optional.of(HopKind.REST_API),
                    HopKind.AMBASSADOR,
                    "",
                    Optional.of(Condition.generated("the REST API hands the verified subject on in the header "
                            + Topology.CERTIFICATE_SUBJECT_HEADER))),
            new Coupling(
                    Identity.By.CERTIFICATE,
                    MUTUAL_TLS,
                    Optional.of(HopKind.APPLICATION_LOAD_BALANCER),
                    HopKind.AMBASSADOR,
                    "",
                    Optional.of(
                            Condition.generated("the limiter counts by the header X-Amzn-Mtls-Clientcert-Subject, which"
                                    + " the ALB sets after it has verified the certificate"))),
            new Coupling(
                    Identity.By.CERTIFICATE,
                    MUTUAL_TLS,
                    Optional.of(HopKind.AMBASSADOR),
                    HopKind.REST_API,
                    "rest-api counts before ambassador has seen the certificate",
                    Optional.empty()));

    /** Whether this row speaks of these keepers. */
    boolean speaksOf(Identity.By by, HopKind verified, HopKind counted) {
        return identity == by
                && countedAt.equals(counted)
                && verifiedAt.map(verified::equals).orElse(true);
    }

    /** The fact behind the row, where a page has one. */
    List<Fact> facts(Known known) {
        return verifiedAt.map(hop -> known.facts(hop, "jwt-no-claim-header")).orElse(List.of());
    }
}
