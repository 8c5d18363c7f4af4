package dev.gatehouse.lab.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs tokens with RS256 and verifies them. Its key is made when first needed and forgotten at the end. Thread-safe.
 *
 * <pre>{@code
 * TokenIssuer issuer = TokenIssuer.create(Clock.systemUTC());
 * String token = issuer.token("https://idp.bank.example", "models", Map.of("client_id", "app-7"));
 * }</pre>
 */
public final class TokenIssuer {
    private static final String KEY_ID = "lab-1";
    private static final int KEY_BITS = 2048;
    private static final Duration VALID = Duration.ofHours(12);

    private final Clock clock;
    private @Nullable KeyPair keys;

    private TokenIssuer(Clock clock) {
        this.clock = clock;
    }

    /** An issuer with a key of its own, which is made when it is first needed. */
    public static TokenIssuer create(Clock clock) {
        return new TokenIssuer(clock);
    }

    private synchronized KeyPair keys() {
        if (keys == null) {
            keys = generate();
        }
        return keys;
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no RSA: " + e.getMessage(), e);
        }
    }

    /** A token that is valid from now on, for twelve hours. */
    public String token(String issuer, String audience, Map<String, String> claims) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("iss", issuer);
        all.put("aud", audience);
        all.put("iat", now);
        all.put("exp", now + VALID.toSeconds());
        all.putAll(claims);
        String signed = encode(TokenJson.write(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID))
                        .getBytes(StandardCharsets.UTF_8))
                + "." + encode(TokenJson.write(all).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys().getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token could not be signed: " + e.getMessage(), e);
        }
    }

    /** The public key as a set of keys, as a {@code jwks} address serves it. */
    public String jwks() {
        RSAPublicKey key = (RSAPublicKey) keys().getPublic();
        return TokenJson.write(Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        KEY_ID,
                        "n",
                        encode(unsigned(key.getModulus().toByteArray())),
                        "e",
                        encode(unsigned(key.getPublicExponent().toByteArray()))))));
    }

    /** Whether a token is signed by this key, by that issuer, for one of the audiences, and valid now. */
    public boolean verifies(String token, String issuer, List<String> audiences) {
        int end = token.lastIndexOf('.');
        Optional<String> algorithm = TokenJson.algorithm(token);
        if (end < 0 || !algorithm.equals(Optional.of("RS256")) || !isSigned(token, end)) {
            return false;
        }
        long now = clock.instant().getEpochSecond();
        return TokenJson.claim(token, "iss").equals(Optional.of(issuer))
                && TokenJson.texts(token, "aud").stream().anyMatch(audiences::contains)
                && TokenJson.number(token, "exp").orElse(0) > now
                && TokenJson.number(token, "nbf").orElse(0) <= now;
    }

    private boolean isSigned(String token, int end) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys().getPublic());
            signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] unsigned(byte[] number) {
        return number.length > 1 && number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
