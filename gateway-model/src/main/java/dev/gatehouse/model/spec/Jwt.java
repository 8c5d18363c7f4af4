package dev.gatehouse.model.spec;

import java.util.List;

/**
 * Requests carry a token that is verified.
 *
 * @param scope where it holds
 * @param issuer the token's {@code iss}, an https address
 * @param audience accepted values of {@code aud}; at least one
 * @param jwks where the keys are, an https address
 * @param jwksReach who can fetch the keys
 */
public record Jwt(Scope scope, String issuer, List<String> audience, String jwks, Entry.Reach jwksReach)
        implements Requirement {
    /** Copies {@code audience}. */
    public Jwt {
        audience = List.copyOf(audience);
    }

    @Override
    public String word() {
        return "jwt";
    }
}
