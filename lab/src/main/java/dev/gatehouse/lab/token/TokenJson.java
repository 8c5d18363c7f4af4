package dev.gatehouse.lab.token;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The JSON inside of a token. It says nothing about whether the token verifies. */
public final class TokenJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TokenJson() {}

    /** A claim as text; empty if the token has none of that name or is no token. */
    public static Optional<String> claim(String token, String name) {
        return claims(token)
                .map(claims -> claims.get(name))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asString);
    }

    static Optional<String> algorithm(String token) {
        return part(token, 0).map(header -> header.get("alg")).map(JsonNode::asString);
    }

    static List<String> texts(String token, String name) {
        List<String> texts = new ArrayList<>();
        claims(token).map(claims -> claims.get(name)).ifPresent(claim -> {
            if (claim.isArray()) {
                claim.forEach(each -> texts.add(each.asString()));
            } else {
                texts.add(claim.asString());
            }
        });
        return texts;
    }

    static OptionalLong number(String token, String name) {
        return claims(token)
                .map(claims -> claims.get(name))
                .filter(JsonNode::isNumber)
                .map(number -> OptionalLong.of(number.asLong()))
                .orElse(OptionalLong.empty());
    }

    static String write(Map<String, ?> fields) {
        return MAPPER.writeValueAsString(fields);
    }

    private static Optional<JsonNode> claims(String token) {
        return part(token, 1);
    }

    private static Optional<JsonNode> part(String token, int at) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(parts[at]), StandardCharsets.UTF_8);
            return Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }
}
