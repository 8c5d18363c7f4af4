package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Duty;
import dev.gatehouse.model.topology.Keeping;
import dev.gatehouse.model.topology.Topology;
import java.util.List;
import java.util.Optional;

/** Where Ambassador keeps jwt: the AuthService, and which Mappings pass it by. */
final class Tokens {
    private static final int UNAVAILABLE = 503;

    private final Topology topology;

    Tokens(Topology topology) {
        this.topology = topology;
    }

    /** Its address, a placeholder that is yours to fill; over TLS where every wire of some entry must be encrypted. */
    String address() {
        boolean encrypted = topology.duties(HopKind.AMBASSADOR).stream()
                .anyMatch(duty -> duty.requirement() instanceof Jwt && topology.allEncrypted(duty.entry()));
        return SideService.address(topology, "token-service", encrypted);
    }

    boolean isAsked() {
        return !requirements().isEmpty();
    }

    /** The requirements that Ambassador keeps, each once, in the order of the spec. */
    List<Jwt> requirements() {
        return topology.duties(HopKind.AMBASSADOR).stream()
                .map(Duty::requirement)
                .filter(Jwt.class::isInstance)
                .map(Jwt.class::cast)
                .distinct()
                .toList();
    }

    Optional<Commented> service() {
        if (!isAsked()) {
            return Optional.empty();
        }
        String platform = topology.spec().name();
        Fields spec = new Fields()
                .put("auth_service", address(), "yours: verifies tokens, speaks ext_authz")
                .put("proto", "grpc")
                .put(
                        "protocol_version",
                        "v3",
                        "any other is an error, and an AuthService with an error answers 500 to all")
                .put("timeout_ms", ChosenTimes.ofTokenService(topology).toMillis())
                .put("failure_mode_allow", false, "jwt: who can't be checked does not come in")
                .put("status_on_error", new Fields().put("code", UNAVAILABLE));
        return Optional.of(CustomResource.ambassador(
                "AuthService",
                topology.spec().cluster().ambassador(),
                Names.of(platform, "tokens"),
                Labels.of(platform),
                spec));
    }

    /** Whether Ambassador has the token of a request checked. */
    boolean isChecked(Entry entry, Model model) {
        return topology.spec()
                .requirement(Jwt.class, entry, model)
                .flatMap(jwt -> topology.keeping(jwt, entry))
                .flatMap(Keeping::keeper)
                .filter(HopKind.AMBASSADOR::equals)
                .isPresent();
    }
}
