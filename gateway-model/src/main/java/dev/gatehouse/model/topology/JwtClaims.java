package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Ambassador;
import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.HttpApi;
import dev.gatehouse.model.hop.RestApi;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.unit.Quantity;
import java.util.List;
import java.util.Optional;

/** Who can verify a token. */
final class JwtClaims extends HopClaims {
    private final Known known;
    private final Jwt requirement;

    JwtClaims(Known known, Jwt requirement) {
        super("checks no tokens");
        this.known = known;
        this.requirement = requirement;
    }

    @Override
    public Claim restApi(RestApi hop) {
        boolean isNative = requirement.jwksReach() == Entry.Reach.INTERNET
                && known.fact(hop.kind(), "jwt").isPresent();
        if (isNative && known.fact(hop.kind(), "jwt-algorithm").isEmpty()) {
            return Known.unsure(hop.kind(), "jwt-algorithm");
        }
        return api(hop, "the REST API's own JWT authorizer verifies the token");
    }

    @Override
    public Claim httpApi(HttpApi hop) {
        return api(hop, "the HTTP API's own JWT authorizer verifies the token");
    }

    private Claim api(Hop hop, String how) {
        boolean isReached = requirement.jwksReach() == Entry.Reach.INTERNET;
        if (isReached && known.isUnheardOf(hop.kind(), "jwt")) {
            return Known.unsure(hop.kind(), "jwt");
        }
        boolean isNative = isReached && known.fact(hop.kind(), "jwt").isPresent();
        if (isNative) {
            return known.can(hop.kind(), "jwt", how, discovery(), "jwt-public-keys-only", "jwt-algorithm");
        }
        return byFunction(hop.kind());
    }

    /** What a managed gateway says that has its tokens verified by a function. */
    Claim byFunction(HopKind gateway) {
        return known.can(
                gateway,
                "token-authorizer",
                "a Lambda authorizer verifies the token",
                List.of(Condition.yours("TokenAuthorizerArn: a Lambda authorizer of yours that verifies tokens of "
                        + requirement.issuer())),
                "jwt-public-keys-only");
    }

    /** The authorizer reads the issuer's discovery document; keys at another host hint that there may be none. */
    private List<Condition> discovery() {
        return requirement.jwks().startsWith(requirement.issuer())
                ? List.of()
                : List.of(Condition.yours("serve " + requirement.issuer()
                        + "/.well-known/openid-configuration to the public internet: the authorizer reads it"));
    }

    @Override
    public Claim applicationLoadBalancer(ApplicationLoadBalancer hop) {
        if (requirement.jwksReach() == Entry.Reach.VPC) {
            return new Claim.Cannot(
                    "application-load-balancer fetches keys from the public internet only, and these are inside the VPC",
                    known.facts(hop.kind(), "jwt-public-keys-only", "jwt"));
        }
        boolean isThere = known.fact(hop.kind(), "jwt").isPresent();
        Optional<String> algorithm = known.fact(hop.kind(), "jwt-algorithm").flatMap(Fact::by);
        Optional<Quantity> keys = known.fact(hop.kind(), "jwt-keys").flatMap(Fact::value);
        if (isThere && (algorithm.isEmpty() || keys.isEmpty())) {
            return Known.unsure(hop.kind(), algorithm.isEmpty() ? "jwt-algorithm" : "jwt-keys");
        }
        List<Condition> conditions = algorithm.stream()
                .flatMap(name -> keys.stream()
                        .map(count -> Condition.yours("sign tokens with " + name + " and serve at most " + count
                                + " keys: the ALB takes no others")))
                .toList();
        return known.can(
                hop.kind(),
                "jwt",
                "the ALB's JWT verification action checks signature, issuer, expiry and audience",
                conditions,
                "jwt-public-keys-only",
                "jwt-algorithm",
                "jwt-keys");
    }

    @Override
    public Claim ambassador(Ambassador hop) {
        return known.can(
                HopKind.AMBASSADOR,
                "jwt",
                "Ambassador asks a token service before it routes",
                List.of(Condition.yours("run a token service (ext_authz) at token-service."
                        + known.spec().cluster().ambassador())),
                "no-jwt-of-its-own");
    }
}
