package dev.gatehouse.lab.check;

import dev.gatehouse.lab.stage.Asked;
import dev.gatehouse.lab.token.TokenJson;
import dev.gatehouse.model.spec.Identity;
import java.util.Locale;
import java.util.Optional;

/** Who calls: what a platform's {@code consumers.identity} finds in a request. */
final class ConsumerName {
    private static final String BEARER = "Bearer ";

    private ConsumerName() {}

    /** The caller; empty if the request does not show one. Without an identity it is the key in {@code x-api-key}. */
    static Optional<String> of(Asked request, Optional<Identity> identity) {
        if (identity.isEmpty()) {
            return Optional.ofNullable(request.headers().get("x-api-key"));
        }
        Identity shown = identity.get();
        return switch (shown.by()) {
            case API_KEY, HEADER -> Optional.ofNullable(request.headers().get(shown.value()));
            case ADDRESS -> Optional.of(request.client());
            case JWT_CLAIM -> token(request).flatMap(token -> TokenJson.claim(token, shown.value()));
            case CERTIFICATE ->
                request.certificate()
                        .map(certificate ->
                                shown.value().toLowerCase(Locale.ROOT).contains("serial")
                                        ? certificate.getSerialNumber().toString(16)
                                        : certificate.getSubjectX500Principal().getName());
        };
    }

    /** The bearer token, if there is one. */
    static Optional<String> token(Asked request) {
        return Optional.ofNullable(request.headers().get("authorization"))
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).trim());
    }
}
