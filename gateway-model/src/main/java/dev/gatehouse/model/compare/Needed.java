package dev.gatehouse.model.compare;

import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Known;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer can't do without: where a sheet has lost a limit, what looks kept is unknown, since the limit might
 * have broken it; where it has lost an ability, what looks broken is unknown, since the hop might be able.
 */
final class Needed {
    private static final List<String> SILENCE = List.of("idle-timeout", "idle-timeout-tls");

    /** By row the limits that could break a kept cell. */
    private static final Map<String, List<String>> LIMITS = Map.of(
            "answers",
                    List.of(
                            "request-timeout",
                            "request-timeout-ceiling",
                            "answer-timeout",
                            SILENCE.get(0),
                            SILENCE.get(1)),
            "stream", List.of("stream-timeout", "stream-idle-timeout", SILENCE.get(0), SILENCE.get(1)),
            "payload", List.of("request-body", "response-body"),
            "throttle", List.of("throttle-rate"),
            "concurrency", List.of("concurrent-requests"),
            "grpc", List.of("no-grpc-to-vpc-origin"),
            "availability", List.of("availability"));

    /** By row the abilities, and their denials, that could keep a broken cell. */
    private static final Map<String, List<String>> ABILITIES = Map.of(
            "stream", List.of("response-streaming"),
            "canary", List.of("weighted-target-groups"),
            "grpc", List.of("grpc", "no-grpc"),
            "websocket", List.of("websocket", "no-websocket"));

    private Needed() {}

    /** The answer, or that it is unknown because a fact is missing that could turn it round. */
    static Answered orUnknown(String row, Known known, EntryPath path, Answered answered) {
        Map<String, List<String>> turning = switch (answered.outcome().state()) {
            case KEPT, CONDITIONAL -> LIMITS;
            case BROKEN -> ABILITIES;
            case UNKNOWN, NOT_ASKED -> Map.of();
        };
        return missing(known, path, turning.getOrDefault(row, List.of()))
                .map(name -> new Answered(new Unknown("no fact sheet says anything of " + name), answered.facts()))
                .orElse(answered);
    }

    /** The first of the names that a hop of the path needs and no sheet has. */
    static Optional<String> missing(Known known, EntryPath path, List<String> ids) {
        for (Hop hop : path.hops()) {
            for (String id : ids) {
                if (known.isMissing(hop.kind(), id)) {
                    return Optional.of(hop.kind() + "." + id);
                }
            }
        }
        return Optional.empty();
    }
}
