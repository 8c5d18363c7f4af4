package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Settings;
import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Globals.OutsideService;
import dev.gatehouse.ambassador.route.RateLimit;
import dev.gatehouse.lab.http.Proto;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks the rate limit service about a request (gRPC, v3). */
final class LimitCheck {
    private static final String METHOD = "/envoy.service.ratelimit.v3.RateLimitService/ShouldRateLimit";
    private static final long TIMEOUT = 20;
    private static final long OVER_LIMIT = 2;

    private final OutsideService service;
    private final Settings settings;
    private final Exchange exchange;

    LimitCheck(OutsideService service, Exchange exchange) {
        this.service = service;
        this.settings = new Settings(service.settings());
        this.exchange = exchange;
    }

    /** Goes on where the request is within its limits; else the client has its answer. */
    void ask(Arrival arrival, Action.Forward forward, Runnable goOn) {
        String domain = settings.text("domain");
        Proto question = new Proto()
                .text(1, domain.isEmpty() ? exchange.routing().manners().fallbackDomain() : domain);
        int descriptors = 0;
        for (RateLimit limit : forward.extras().rateLimits()) {
            Optional<Proto> descriptor = descriptor(arrival, forward, limit.actions());
            if (descriptor.isPresent()) {
                question.message(2, descriptor.get());
                descriptors++;
            }
        }
        if (descriptors == 0) {
            goOn.run();
            return;
        }
        Cluster cluster = exchange.routing().cluster(service.upstream());
        if (cluster == null) {
            unanswered(goOn);
            return;
        }
        long timeout = settings.number("timeout_ms").map(BigDecimal::longValue).orElse(TIMEOUT);
        GrpcCall.ask(cluster, exchange.client().loop(), METHOD, question, timeout, answer -> {
            if (exchange.isOver()) {
                return;
            }
            if (answer.isEmpty()) {
                unanswered(goOn);
            } else if (answer.get().number(1) == OVER_LIMIT) {
                exchange.reply(429, "", Map.of("x-envoy-ratelimited", "true"));
            } else {
                goOn.run();
            }
        });
    }

    /** Empty where the request lacks one of the values: then it is not counted under this one. */
    private static Optional<Proto> descriptor(
            Arrival arrival, Action.Forward forward, List<Map<String, Object>> actions) {
        Proto descriptor = new Proto();
        int entries = 0;
        for (Map<String, Object> written : actions) {
            Settings action = new Settings(written);
            String key = "";
            String value = "";
            if (action.has("generic_key")) {
                Settings generic = action.map("generic_key");
                key = generic.has("key") ? generic.text("key") : "generic_key";
                value = generic.text("value");
            } else if (action.has("request_headers")) {
                Settings header = action.map("request_headers");
                key = header.text("key");
                String found = arrival.asked().header(header.text("header_name").toLowerCase(Locale.ROOT));
                if (found == null) {
                    return Optional.empty();
                }
                value = found;
            } else if (action.has("remote_address")) {
                key = "remote_address";
                value = arrival.client();
            } else if (action.has("destination_cluster")) {
                key = "destination_cluster";
                value = forward.upstream();
            } else if (action.has("source_cluster")) {
                key = "source_cluster";
                value = "gatehouse";
            } else {
                continue;
            }
            descriptor.message(1, new Proto().text(1, key).text(2, value));
            entries++;
        }
        return entries == 0 ? Optional.empty() : Optional.of(descriptor);
    }

    private void unanswered(Runnable goOn) {
        if (settings.flag("failure_mode_deny")) {
            exchange.reply(500, "", Map.of());
        } else {
            goOn.run();
        }
    }
}
