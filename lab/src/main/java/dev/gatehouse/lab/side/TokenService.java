package dev.gatehouse.lab.side;

import dev.gatehouse.lab.http.Proto;
import dev.gatehouse.lab.token.TokenJson;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import java.util.Map;
import java.util.Optional;

/**
 * Says whether a request may come in (ext_authz, v3): where its Mapping tells entry and model, the token must verify as
 * the spec's {@code jwt} asks. Whom it names goes on in the header that the limiter counts by, over whatever the client
 * sent. Thread-safe.
 */
final class TokenService {
    static final String METHOD = "/envoy.service.auth.v3.Authorization/Check";

    private static final String CONSUMER = "x-gatehouse-consumer";
    private static final String BEARER = "Bearer ";
    private static final int OVERWRITE = 2;
    private static final int UNAUTHENTICATED = 16;

    private final PlatformSpec spec;
    private final TokenVerifier verifier;

    TokenService(PlatformSpec spec, TokenVerifier verifier) {
        this.spec = spec;
        this.verifier = verifier;
    }

    Proto check(Proto question) {
        Proto attributes = question.message(1);
        Map<String, String> context = attributes.map(10);
        Map<String, String> headers = attributes.message(4).message(2).map(3);
        Optional<Entry> entry = spec.entries().stream()
                .filter(each -> each.name().equals(context.get("entry")))
                .findFirst();
        Optional<Model> model = spec.models().stream()
                .filter(each -> each.name().equals(context.get("model")))
                .findFirst();
        Optional<Jwt> asked = entry.flatMap(one -> model.flatMap(other -> spec.requirement(Jwt.class, one, other)));
        if (entry.isEmpty() || asked.isEmpty()) {
            return allowed("");
        }
        String authorization = headers.getOrDefault("authorization", "");
        String token = authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : "";
        if (token.isEmpty()
                || !verifier.verifies(token, asked.get().issuer(), asked.get().audience())) {
            return denied();
        }
        return allowed(spec.consumers()
                .identity(entry.get())
                .filter(identity -> identity.by() == Identity.By.JWT_CLAIM)
                .flatMap(identity -> TokenJson.claim(token, identity.value()))
                .orElse(""));
    }

    private static Proto allowed(String consumer) {
        Proto allowed = new Proto();
        if (!consumer.isEmpty()) {
            allowed.message(2, header(CONSUMER, consumer));
        }
        return new Proto().message(1, new Proto()).message(3, allowed);
    }

    private static Proto denied() {
        Proto denied = new Proto()
                .message(1, new Proto().number(1, 401))
                .message(2, header("www-authenticate", "Bearer"))
                .text(3, "Unauthorized");
        return new Proto().message(1, new Proto().number(1, UNAUTHENTICATED)).message(2, denied);
    }

    private static Proto header(String name, String value) {
        return new Proto().message(1, new Proto().text(1, name).text(2, value)).number(3, OVERWRITE);
    }
}
