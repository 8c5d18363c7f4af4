package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Settings;
import dev.gatehouse.ambassador.route.Authorization;
import dev.gatehouse.ambassador.route.Globals.OutsideService;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.lab.http.Proto;
import io.netty.handler.codec.http.HttpHeaders;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks the authorization service about a request (ext_authz over gRPC, v3). */
final class AuthorizationCheck {
    private static final String METHOD = "/envoy.service.auth.v3.Authorization/Check";
    private static final long TIMEOUT = 5_000;
    private static final int FORBIDDEN = 403;

    private final OutsideService service;
    private final Settings settings;
    private final Exchange exchange;

    AuthorizationCheck(OutsideService service, Exchange exchange) {
        this.service = service;
        this.settings = new Settings(service.settings());
        this.exchange = exchange;
    }

    /** Goes on where the request may come in; else the client has its answer. */
    void ask(Arrival arrival, @Nullable Route route, Runnable goOn) {
        Cluster cluster = exchange.routing().cluster(service.upstream());
        if (cluster == null) {
            unanswered(goOn);
            return;
        }
        Map<String, String> context = route != null && route.action().authorization() instanceof Authorization.Ask ask
                ? ask.context()
                : Map.of();
        long timeout = settings.number("timeout_ms").map(BigDecimal::longValue).orElse(TIMEOUT);
        GrpcCall.ask(
                cluster,
                exchange.client().loop(),
                METHOD,
                question(arrival, context),
                timeout,
                answer -> answered(arrival, answer, goOn));
    }

    private Proto question(Arrival arrival, Map<String, String> context) {
        Asked asked = arrival.asked();
        Map<String, String> headers = new TreeMap<>();
        headers.put(":method", asked.method());
        headers.put(":path", asked.target());
        headers.put(":authority", asked.authority());
        for (String name : asked.headers().names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            headers.put(lower, String.join(",", asked.headers().getAll(lower)));
        }
        Proto http = new Proto()
                .text(1, headers.getOrDefault("x-request-id", ""))
                .text(2, asked.method())
                .map(3, headers)
                .text(4, asked.target())
                .text(5, asked.authority())
                .text(6, asked.secure() ? "https" : "http")
                .text(10, exchange.client().caller().http2() ? "HTTP/2" : "HTTP/1.1");
        Proto source = new Proto()
                .message(1, new Proto().message(1, new Proto().text(2, arrival.client())))
                .text(4, exchange.client().caller().subject());
        return new Proto()
                .message(
                        1,
                        new Proto()
                                .message(1, source)
                                .message(4, new Proto().message(2, http))
                                .map(10, context));
    }

    private void answered(Arrival arrival, Optional<Proto> answer, Runnable goOn) {
        if (exchange.isOver()) {
            return;
        }
        if (answer.isEmpty()) {
            unanswered(goOn);
        } else if (answer.get().message(1).number(1) == 0) {
            HttpHeaders headers = arrival.asked().headers();
            Proto allowed = answer.get().message(3);
            for (Proto option : allowed.messages(2)) {
                headers.set(option.message(1).text(1), value(option.message(1)));
            }
            goOn.run();
        } else {
            Proto denied = answer.get().message(2);
            Map<String, String> headers = new LinkedHashMap<>();
            denied.messages(2).forEach(option -> headers.put(option.message(1).text(1), value(option.message(1))));
            int status = (int) denied.message(1).number(1);
            exchange.reply(status == 0 ? FORBIDDEN : status, denied.text(3), headers);
        }
    }

    private static String value(Proto header) {
        return header.has(3) ? header.text(3) : header.text(2);
    }

    private void unanswered(Runnable goOn) {
        if (settings.flag("failure_mode_allow")) {
            goOn.run();
        } else {
            int status = settings.map("status_on_error")
                    .number("code")
                    .map(BigDecimal::intValue)
                    .orElse(FORBIDDEN);
            exchange.reply(status, "", Map.of());
        }
    }
}
