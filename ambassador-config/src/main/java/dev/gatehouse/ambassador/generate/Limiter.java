package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.topology.Duty;
import dev.gatehouse.model.topology.Keeping;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where Ambassador keeps rate-limit: the one RateLimitService, and what each Mapping tells it. */
final class Limiter {
    /** The header in which the token service names the consumer. */
    static final String CONSUMER = "x-gatehouse-consumer";

    private final Topology topology;

    Limiter(Topology topology) {
        this.topology = topology;
    }

    /** Its address, a placeholder that is yours to fill; over TLS where every wire of some entry must be encrypted. */
    String address() {
        boolean encrypted = topology.duties(HopKind.AMBASSADOR).stream()
                .anyMatch(duty -> duty.requirement() instanceof RateLimit && topology.allEncrypted(duty.entry()));
        return SideService.address(topology, "limiter", encrypted);
    }

    boolean isAsked() {
        return !limits().isEmpty();
    }

    /** The requirements that Ambassador keeps, each once, in the order of the spec. */
    List<RateLimit> limits() {
        return topology.duties(HopKind.AMBASSADOR).stream()
                .map(Duty::requirement)
                .filter(RateLimit.class::isInstance)
                .map(RateLimit.class::cast)
                .distinct()
                .toList();
    }

    /** One for all entries: with two, Emissary ignores both. */
    Optional<Commented> service() {
        if (!isAsked()) {
            return Optional.empty();
        }
        boolean refuses =
                limits().stream().anyMatch(limit -> limit.whenLimiterFails() == RateLimit.WhenLimiterFails.REFUSE);
        String platform = topology.spec().name();
        Fields spec = new Fields()
                .put("service", address(), "yours: a limiter that speaks gRPC")
                .put("protocol_version", "v3", "Emissary ignores a limiter with any other")
                .put("domain", platform)
                .put(
                        "timeout_ms",
                        ChosenTimes.ofLimiter(topology).toMillis(),
                        "the default of 20 ms fails too often to be a limit")
                .put("failure_mode_deny", refuses, "rate-limit: when-limiter-fails: " + (refuses ? "refuse" : "allow"));
        return Optional.of(CustomResource.ambassador(
                "RateLimitService",
                topology.spec().cluster().ambassador(),
                Names.of(platform, "limiter"),
                Labels.of(platform),
                spec));
    }

    /** What a Mapping tells the limiter about a request; nothing where Ambassador does not count. */
    Optional<Map<String, Object>> labels(Entry entry, Model model) {
        return topology.spec()
                .requirement(RateLimit.class, entry, model)
                .filter(limit -> isKeptHere(limit, entry))
                .map(limit -> Map.of(topology.spec().name(), groups(entry, model, limit)));
    }

    /** The header that names the consumer of a request; none where Ambassador does not count, or counts by address. */
    Optional<String> header(Entry entry, Model model) {
        return topology.spec()
                .requirement(RateLimit.class, entry, model)
                .filter(limit -> isKeptHere(limit, entry))
                .flatMap(limit -> header(entry, model, limit));
    }

    private boolean isKeptHere(RateLimit limit, Entry entry) {
        return topology.keeping(limit, entry)
                .flatMap(Keeping::keeper)
                .filter(HopKind.AMBASSADOR::equals)
                .isPresent();
    }

    /**
     * A descriptor by consumer and one by address. A request without the header that names its consumer makes no first
     * descriptor: without the second nobody would count it.
     */
    private List<Object> groups(Entry entry, Model model, RateLimit limit) {
        List<Object> groups = new ArrayList<>();
        header(entry, model, limit)
                .ifPresent(header -> groups.add(Map.of(
                        "consumer",
                        List.of(
                                entryKey(entry),
                                Map.of(
                                        "request_headers",
                                        new Fields()
                                                .put("key", "consumer")
                                                .put("header_name", header)
                                                .values())))));
        groups.add(Map.of(
                "address", List.of(entryKey(entry), Map.of("remote_address", Map.of("key", "remote_address")))));
        return groups;
    }

    private static Map<String, Object> entryKey(Entry entry) {
        return Map.of(
                "generic_key",
                new Fields().put("key", "entry").put("value", entry.name()).values());
    }

    /** The header that names the consumer of a request; none where requests are counted by address. */
    private Optional<String> header(Entry entry, Model model, RateLimit limit) {
        if (limit.by() == RateLimit.By.ADDRESS) {
            return Optional.empty();
        }
        Optional<Identity> identity = topology.spec().consumers().identity(entry);
        Identity.By by = identity.map(Identity::by).orElse(Identity.By.API_KEY);
        return switch (by) {
            case ADDRESS -> Optional.empty();
            case JWT_CLAIM -> claim(entry, model);
            case HEADER -> identity.map(Identity::value);
            case API_KEY ->
                Optional.of(identity.map(Identity::value)
                        .filter(name -> !name.isBlank())
                        .orElse("x-api-key"));
            case CERTIFICATE -> certificate(entry);
        };
    }

    /** Where nobody has verified the token, what the client says of itself is no name to count by. */
    private Optional<String> claim(Entry entry, Model model) {
        return topology.spec()
                .requirement(Jwt.class, entry, model)
                .flatMap(jwt -> topology.keeping(jwt, entry))
                .flatMap(Keeping::keeper)
                .map(keeper -> keeper.equals(HopKind.AMBASSADOR) ? CONSUMER : "authorization");
    }

    private Optional<String> certificate(Entry entry) {
        return topology.keeps(HopKind.AMBASSADOR, MutualTls.class, entry)
                ? Optional.of("x-forwarded-client-cert")
                : topology.certificateHeader(entry).map(name -> name.toLowerCase(Locale.ROOT));
    }
}
