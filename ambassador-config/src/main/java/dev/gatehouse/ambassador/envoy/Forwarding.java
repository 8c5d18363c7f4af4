package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Affinity;
import dev.gatehouse.ambassador.route.HostRewrite;
import dev.gatehouse.ambassador.route.Limit;
import dev.gatehouse.ambassador.route.Mirror;
import dev.gatehouse.ambassador.route.PathRewrite;
import dev.gatehouse.ambassador.route.RateLimit;
import dev.gatehouse.ambassador.route.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How a request goes to its upstream. */
final class Forwarding {
    private static final Map<Limit, String> LIMITS = Map.of(Limit.REQUEST, "timeout", Limit.IDLE, "idle_timeout");

    private Forwarding() {}

    static Block of(Action.Forward forward) {
        Block block = new Block().put("cluster", forward.upstream());
        if (forward.path() instanceof PathRewrite.ReplaceMatch replace) {
            block.put("prefix_rewrite", replace.by());
        } else if (forward.path() instanceof PathRewrite.ReplaceAll replace) {
            block.put(
                    "regex_rewrite",
                    new Block()
                            .put("pattern", RouteMatches.expression(replace.expression()))
                            .put("substitution", replace.by()));
        }
        if (forward.host() instanceof HostRewrite.To to) {
            block.put("host_rewrite_literal", to.host());
        } else if (forward.host() instanceof HostRewrite.OfUpstream) {
            block.put("auto_host_rewrite", true);
        }
        for (Limit limit : Limit.values()) {
            Duration duration = forward.limits().get(limit);
            if (duration != null) {
                block.put(Objects.requireNonNull(LIMITS.get(limit)), duration);
            }
        }
        if (forward.retry() instanceof Retry.On retry) {
            block.put("retry_policy", retry(retry));
        }
        Action.Extras extras = forward.extras();
        return block.putAll(
                        "request_mirror_policies",
                        forward.mirrors().stream().map(Forwarding::mirror).toList())
                .putText("priority", extras.priority().toUpperCase(Locale.ROOT))
                .putAll("hash_policy", affinity(extras.affinity()))
                .putAll(
                        "rate_limits",
                        extras.rateLimits().stream()
                                .map(Forwarding::rateLimit)
                                .filter(limit -> !limit.values().isEmpty())
                                .toList())
                .putAll(
                        "upgrade_configs",
                        extras.upgrades().stream()
                                .map(protocol -> new Block().put("upgrade_type", protocol))
                                .toList());
    }

    private static Block retry(Retry.On retry) {
        Block block = new Block().put("retry_on", retry.condition());
        if (retry.times() >= 0) {
            block.put("num_retries", retry.times());
        }
        return block.putText("per_try_timeout", retry.perTry());
    }

    private static Block mirror(Mirror mirror) {
        return new Block()
                .put("cluster", mirror.upstream())
                .put("runtime_fraction", new Block().put("default_value", RouteMatches.percent(mirror.percent())));
    }

    private static List<Block> affinity(Affinity affinity) {
        if (affinity instanceof Affinity.Cookie cookie) {
            return List.of(new Block()
                    .put(
                            "cookie",
                            new Block()
                                    .put("name", cookie.name())
                                    .putText("path", cookie.path())
                                    .putText("ttl", cookie.ttl())));
        }
        if (affinity instanceof Affinity.Header header) {
            return List.of(new Block().put("header", new Block().put("header_name", header.name())));
        }
        return affinity instanceof Affinity.SourceAddress
                ? List.of(new Block().put("connection_properties", new Block().put("source_ip", true)))
                : List.of();
    }

    /** Empty where Emissary understands none of its actions. */
    private static Block rateLimit(RateLimit limit) {
        List<Block> actions = limit.actions().stream()
                .map(Forwarding::action)
                .filter(action -> !action.values().isEmpty())
                .toList();
        return actions.isEmpty() ? new Block() : new Block().put("stage", 0).put("actions", actions);
    }

    private static Block action(Map<String, Object> written) {
        Settings action = new Settings(written);
        for (String plain : List.of("source_cluster", "destination_cluster", "remote_address")) {
            if (action.has(plain)) {
                return new Block().put(plain, new Block());
            }
        }
        if (action.has("generic_key")) {
            Settings key = action.map("generic_key");
            return new Block()
                    .put(
                            "generic_key",
                            new Block()
                                    .put("descriptor_key", key.has("key") ? key.text("key") : "generic_key")
                                    .put("descriptor_value", key.text("value")));
        }
        if (action.has("request_headers")) {
            Settings header = action.map("request_headers");
            return new Block()
                    .put(
                            "request_headers",
                            new Block()
                                    .put("header_name", header.text("header_name"))
                                    .put("descriptor_key", header.text("key")));
        }
        return new Block();
    }
}
