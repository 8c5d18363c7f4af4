package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.fact.Component;
import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Published;
import dev.gatehouse.model.hop.HopKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What ids are called where there is room for words. */
public final class Labels {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("jwt", "Token (JWT)"),
            Map.entry("grpc", "gRPC"),
            Map.entry("websocket", "WebSocket"),
            Map.entry("mutual-tls", "Mutual TLS"),
            Map.entry("encrypted", "Encrypted wires"),
            Map.entry("entry", "Way in"),
            Map.entry("answers", "Answers in time"),
            Map.entry("stream", "Streamed answers"),
            Map.entry("payload", "Payload size"),
            Map.entry("concurrency", "Requests at once"),
            Map.entry("throttle", "Account throttle"),
            Map.entry("maintenance", "Who maintains it"),
            Map.entry("request-id", "Request ids"),
            Map.entry("trace", "Traces"),
            Map.entry("you-run", "What your team runs"),
            Map.entry("lost-zone", "When a zone is lost"),
            Map.entry("lost-region", "When a Region is lost"));

    private static final Map<HopKind, String> SHORT = Map.ofEntries(
            Map.entry(HopKind.HOSTED_ZONE, "zone"),
            Map.entry(HopKind.GLOBAL_ACCELERATOR, "ga"),
            Map.entry(HopKind.WEB_ACL, "acl"),
            Map.entry(HopKind.CLOUDFRONT, "cdn"),
            Map.entry(HopKind.REST_API, "api"),
            Map.entry(HopKind.HTTP_API, "api"),
            Map.entry(HopKind.VPC_LINK, "link"),
            Map.entry(HopKind.VPC_LINK_V2, "link"),
            Map.entry(HopKind.APPLICATION_LOAD_BALANCER, "alb"),
            Map.entry(HopKind.NETWORK_LOAD_BALANCER, "nlb"),
            Map.entry(HopKind.AMBASSADOR, "amb"),
            Map.entry(HopKind.MODEL_SERVICE, "model"));

    private Labels() {}

    /** A row, limit or measure for a heading: {@code Web firewall} for {@code web-firewall}. */
    public static String heading(String id) {
        String plain = id.replace('-', ' ').replace("tls", "TLS");
        return WORDS.getOrDefault(id, sentence(plain));
    }

    /** A hop for a heading: its sheet's title, else its id in capitalised words. */
    public static String hop(Facts facts, HopKind kind) {
        return facts.component(kind.id())
                .map(Component::title)
                .orElseGet(() -> Arrays.stream(kind.id().split("-", -1))
                        .map(word -> word.isEmpty() ? word : upper(word.substring(0, 1)) + word.substring(1))
                        .collect(Collectors.joining(" ")));
    }

    /** A hop for a narrow column: {@code nlb}; at most six letters. */
    public static String shortHop(HopKind kind) {
        return SHORT.getOrDefault(
                kind, kind.id().substring(0, Math.min(6, kind.id().length())));
    }

    /** A sign that tells a state apart without colour. */
    public static String sign(State state) {
        return switch (state) {
            case NOT_ASKED -> "·";
            case KEPT -> "✓";
            case CONDITIONAL -> "!";
            case UNKNOWN -> "?";
            case BROKEN -> "✗";
        };
    }

    /** A state as a word for people. */
    public static String state(State state) {
        return state.word().replace('-', ' ');
    }

    /** How something is known, as text without {@code https://}. */
    public static String evidence(Evidence evidence) {
        return evidence instanceof Published published
                ? "published, checked " + published.checked() + ": " + bare(published.page())
                : evidence.described();
    }

    /** Whether a claim of the study held on its day: {@code wrong} for {@code wrong-then}. */
    public static String then(String word) {
        return word.equals("wrong-then") ? "wrong" : word;
    }

    /** A phrase with a capital at its beginning. */
    public static String sentence(String phrase) {
        return phrase.isEmpty() ? phrase : upper(phrase.substring(0, 1)) + phrase.substring(1);
    }

    private static String bare(String page) {
        return page.startsWith("https://") ? page.substring("https://".length()) : page;
    }

    private static String upper(String letter) {
        return letter.toUpperCase(Locale.ROOT);
    }
}
