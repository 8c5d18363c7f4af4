package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.Ambassador;
import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.HttpApi;
import dev.gatehouse.model.hop.RestApi;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Jwt;
import java.util.List;

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
        return api(hop, "the REST API's own JWT authorizer verifies the token");
    }

    @Override
    public Claim httpApi(HttpApi hop) {
        return api(hop, "the HTTP API's own JWT authorizer verifies the token");
    }

    private Claim api(Hop hop, String how) {
        boolean isNative = requirement.jwksReach() == Entry.Reach.INTERNET
                && known.fact(hop.kind(), "jwt").isPresent();
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
        return known.can(
                hop.kind(),
                "jwt",
                "the ALB's JWT verification action checks signature, issuer, expiry and audience",
                List.of(Condition.yours("sign tokens with RS256 and serve at most 10 keys: the ALB takes no others")),
                "jwt-public-keys-only");
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
