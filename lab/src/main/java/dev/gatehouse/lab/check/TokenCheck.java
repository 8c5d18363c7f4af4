package dev.gatehouse.lab.check;

import dev.gatehouse.lab.stage.Asked;
import dev.gatehouse.lab.stage.Check;
import dev.gatehouse.lab.stage.Reason;
import dev.gatehouse.lab.stage.Refusal;
import dev.gatehouse.lab.token.TokenIssuer;
import dev.gatehouse.model.spec.Jwt;
import java.util.Optional;

/** A bearer token must verify: signature, issuer, audience and time. Thread-safe. */
public final class TokenCheck implements Check {
    private final String hop;
    private final TokenIssuer issuer;
    private final Jwt asked;

    /**
     * A check.
     *
     * @param hop the kind of the hop that verifies
     * @param issuer whose keys are believed
     * @param asked the issuer and audiences that are taken
     */
    public TokenCheck(String hop, TokenIssuer issuer, Jwt asked) {
        this.hop = hop;
        this.issuer = issuer;
        this.asked = asked;
    }

    @Override
    public Optional<Refusal> judge(Asked request) {
        boolean verified = ConsumerName.token(request)
                .map(token -> issuer.verifies(token, asked.issuer(), asked.audience()))
                .orElse(false);
        return verified ? Optional.empty() : Optional.of(new Refusal(401, hop, Reason.TOKEN, "Unauthorized"));
    }
}
