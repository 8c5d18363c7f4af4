package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.Globals;
import dev.gatehouse.ambassador.route.Globals.OutsideService;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a request passes on its way to a route, in Emissary's order. */
final class HttpFilters {
    private static final String PACKAGE = "extensions.filters.http.";
    private static final Duration LIMITER_TIMEOUT = Duration.ofMillis(20);

    private final Settings module;
    private final Globals globals;

    HttpFilters(Globals globals) {
        this.globals = globals;
        this.module = new Settings(globals.module());
    }

    List<Block> inOrder() {
        List<Block> filters = new ArrayList<>();
        if (module.has("enable_grpc_http11_bridge")) {
            filters.add(filter("grpc_http1_bridge", PACKAGE + "grpc_http1_bridge.v3.Config"));
        }
        if (module.has("enable_grpc_web")) {
            filters.add(filter("grpc_web", PACKAGE + "grpc_web.v3.GrpcWeb"));
        }
        if (!module.text("lua_scripts").isEmpty()) {
            filters.add(lua(module.text("lua_scripts")));
        }
        buffer().ifPresent(filters::add);
        addresses("ip_allow", "ALLOW").ifPresent(filters::add);
        addresses("ip_deny", "DENY").ifPresent(filters::add);
        filters.add(filter("cors", PACKAGE + "cors.v3.Cors"));
        service("AuthService").map(AuthorizationFilter::of).ifPresent(filters::add);
        service("RateLimitService").map(this::limiter).ifPresent(filters::add);
        filters.add(Block.extension(
                "envoy.filters.http.router",
                Block.typed(PACKAGE + "router.v3.Router")
                        .putFlag("suppress_envoy_headers", module.flag("suppress_envoy_headers"))));
        return filters;
    }

    /** Whether an authorization service is asked, so that routes may say otherwise. */
    boolean authorize() {
        return service("AuthService").filter(service -> !service.broken()).isPresent();
    }

    static Block lua(String code) {
        return Block.extension(
                "envoy.filters.http.lua",
                Block.typed(PACKAGE + "lua.v3.Lua").put("default_source_code", new Block().put("inline_string", code)));
    }

    private static Block filter(String name, String type) {
        return Block.extension("envoy.filters.http." + name, Block.typed(type));
    }

    private Optional<OutsideService> service(String kind) {
        return globals.services().stream()
                .filter(service -> service.kind().equals(kind))
                .findFirst();
    }

    private Optional<Block> buffer() {
        return module.map("buffer")
                .number("max_request_bytes")
                .map(bytes -> Block.extension(
                        "envoy.filters.http.buffer",
                        Block.typed(PACKAGE + "buffer.v3.Buffer").put("max_request_bytes", bytes)));
    }

    private Optional<Block> addresses(String name, String action) {
        List<Block> principals = module.maps(name).stream()
                .flatMap(item ->
                        List.of("peer", "remote").stream().filter(item::has).map(who -> principal(who, item.text(who))))
                .toList();
        if (principals.isEmpty()) {
            return Optional.empty();
        }
        Block policy = new Block()
                .put("permissions", List.of(new Block().put("any", true)))
                .put("principals", principals);
        Block rules = new Block()
                .put("action", action)
                .put("policies", new Block().put("ambassador-ip-" + action.toLowerCase(Locale.ROOT), policy));
        return Optional.of(Block.extension(
                "envoy.filters.http.rbac", Block.typed(PACKAGE + "rbac.v3.RBAC").put("rules", rules)));
    }

    private static Block principal(String who, String range) {
        int slash = range.indexOf('/');
        String address = slash < 0 ? range : range.substring(0, slash);
        String length = slash < 0 ? "" : range.substring(slash + 1);
        int whole = address.contains(":") ? 128 : 32;
        return new Block()
                .put(
                        who.equals("peer") ? "direct_remote_ip" : "remote_ip",
                        new Block()
                                .put("address_prefix", address)
                                .put("prefix_len", length.matches("[0-9]{1,3}") ? Integer.parseInt(length) : whole));
    }

    private Block limiter(OutsideService service) {
        Settings settings = new Settings(service.settings());
        String domain = settings.text("domain");
        String fallback =
                module.text("default_label_domain").isEmpty() ? "ambassador" : module.text("default_label_domain");
        return Block.extension(
                "envoy.filters.http.ratelimit",
                Block.typed(PACKAGE + "ratelimit.v3.RateLimit")
                        .put("domain", domain.isEmpty() ? fallback : domain)
                        .put("request_type", "both")
                        .put(
                                "timeout",
                                settings.number("timeout_ms")
                                        .map(BigDecimal::longValue)
                                        .map(Duration::ofMillis)
                                        .orElse(LIMITER_TIMEOUT))
                        .putFlag("failure_mode_deny", settings.flag("failure_mode_deny"))
                        .put(
                                "rate_limit_service",
                                new Block()
                                        .put("transport_api_version", "V3")
                                        .put(
                                                "grpc_service",
                                                new Block()
                                                        .put(
                                                                "envoy_grpc",
                                                                new Block().put("cluster_name", service.upstream())))));
    }
}
