package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.Globals.OutsideService;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Asks the authorization service, or where that is misconfigured, answers everything with 500 as Emissary does. */
final class AuthorizationFilter {
    private static final List<String> REQUEST_HEADERS = List.of(
            "authorization",
            "cookie",
            "from",
            "proxy-authorization",
            "user-agent",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto");
    private static final List<String> ANSWER_HEADERS =
            List.of("location", "authorization", "proxy-authenticate", "set-cookie", "www-authenticate");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Health checks pass. */
    private static final String REFUSAL = """
            function envoy_on_request(handle)
              local path = handle:headers():get(':path')
              if path ~= '/ambassador/v0/check_alive' and path ~= '/ambassador/v0/check_ready' then
                handle:respond({[':status'] = '500'}, 'the AuthService is misconfigured')
              end
            end
            """;

    private AuthorizationFilter() {}

    static Block of(OutsideService service) {
        if (service.broken()) {
            return HttpFilters.lua(REFUSAL);
        }
        Settings settings = new Settings(service.settings());
        Block filter = Block.typed("extensions.filters.http.ext_authz.v3.ExtAuthz");
        if (settings.text("proto").equals("grpc")) {
            filter.put(
                            "grpc_service",
                            new Block()
                                    .put("envoy_grpc", new Block().put("cluster_name", service.upstream()))
                                    .put("timeout", timeout(settings)))
                    .put("transport_api_version", "V3");
        } else {
            filter.put("http_service", http(service, settings))
                    .put("transport_api_version", "V3")
                    .put("allowed_headers", patterns(REQUEST_HEADERS, settings.texts("allowed_request_headers")));
        }
        filter.put("clear_route_cache", true)
                .putBlock("with_request_body", body(settings))
                .putFlag("failure_mode_allow", settings.flag("failure_mode_allow"));
        settings.map("status_on_error")
                .number("code")
                .ifPresent(code -> filter.put("status_on_error", new Block().put("code", code.intValue())));
        return Block.extension("envoy.filters.http.ext_authz", filter);
    }

    private static Duration timeout(Settings settings) {
        return settings.number("timeout_ms")
                .map(BigDecimal::longValue)
                .map(Duration::ofMillis)
                .orElse(TIMEOUT);
    }

    private static Block http(OutsideService service, Settings settings) {
        List<Block> added = settings.map("add_auth_headers").sorted().entrySet().stream()
                .map(header -> new Block().put("key", header.getKey()).put("value", header.getValue()))
                .toList();
        Block answers = patterns(ANSWER_HEADERS, settings.texts("allowed_authorization_headers"));
        return new Block()
                .put(
                        "server_uri",
                        new Block()
                                .put("uri", "http://" + service.upstream())
                                .put("cluster", service.upstream())
                                .put("timeout", timeout(settings)))
                .putText("path_prefix", settings.text("path_prefix"))
                .putBlock("authorization_request", new Block().putAll("headers_to_add", added))
                .put(
                        "authorization_response",
                        new Block().put("allowed_upstream_headers", answers).put("allowed_client_headers", answers));
    }

    private static Block patterns(Collection<String> always, Collection<String> given) {
        SortedSet<String> names = new TreeSet<>(always);
        given.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return new Block()
                .put(
                        "patterns",
                        names.stream()
                                .map(name -> new Block().put("exact", name).put("ignore_case", true))
                                .toList());
    }

    private static Block body(Settings settings) {
        Settings given = settings.map("include_body");
        Block body = new Block();
        given.number("max_bytes").ifPresent(bytes -> body.put("max_request_bytes", bytes));
        if (!body.values().isEmpty()) {
            return body.putFlag("allow_partial_message", given.flag("allow_partial"));
        }
        return settings.flag("allow_request_body")
                ? body.put("max_request_bytes", 4_096).put("allow_partial_message", true)
                : body;
    }
}
