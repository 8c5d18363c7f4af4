package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Settings;
import dev.gatehouse.ambassador.route.Globals;
import dev.gatehouse.ambassador.route.Globals.OutsideService;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What the Module says of all requests, as far as this ingress does it.
 *
 * @param mergeSlashes whether {@code //} in paths is {@code /}
 * @param stripPort whether the listener's port is taken off the host
 * @param refuseEscapedSlashes whether a path with one is answered 400
 * @param remoteAddress whether the connection tells the client's address, which is added to {@code x-forwarded-for}
 * @param keepRequestId whether a client's own {@code x-request-id} stays
 * @param envoyHeaders whether headers that begin with {@code x-envoy-} are added
 * @param oldVersion whether HTTP/1.0 is served
 * @param serverName what answers call the server
 * @param certificate what is told of client certificates
 * @param headBytes the longest head of a request
 * @param idle how long a connection may have no request
 * @param authorizer who is asked whether a request may come in
 * @param limiter who is asked whether it comes too often
 * @param fallbackDomain the limiter's domain where it says none
 */
record Manners(
        boolean mergeSlashes,
        boolean stripPort,
        boolean refuseEscapedSlashes,
        boolean remoteAddress,
        boolean keepRequestId,
        boolean envoyHeaders,
        boolean oldVersion,
        String serverName,
        Details certificate,
        int headBytes,
        Duration idle,
        Optional<OutsideService> authorizer,
        Optional<OutsideService> limiter,
        String fallbackDomain) {
    private static final Duration IDLE = Duration.ofHours(1);
    private static final int HEAD_KB = 60;

    /**
     * What is told of client certificates in {@code x-forwarded-client-cert}.
     *
     * @param told whether anything is; what clients say themselves is always taken away
     * @param subject whether the subject is
     */
    record Details(boolean told, boolean subject) {}

    static Manners of(Globals globals) {
        Settings module = new Settings(globals.module());
        String mode = module.text("forward_client_cert_details");
        return new Manners(
                module.flag("merge_slashes"),
                module.flag("strip_matching_host_port"),
                module.flag("reject_requests_with_escaped_slashes"),
                module.flag("use_remote_address", true),
                module.flag("preserve_external_request_id"),
                !module.flag("suppress_envoy_headers"),
                module.flag("enable_http10"),
                module.text("server_name").isEmpty() ? "envoy" : module.text("server_name"),
                new Details(
                        mode.equals("SANITIZE_SET") || mode.equals("APPEND_FORWARD"),
                        module.map("set_current_client_cert_details").flag("subject")),
                module.number("max_request_headers_kb")
                                .filter(size -> size.signum() > 0)
                                .map(BigDecimal::intValue)
                                .orElse(HEAD_KB)
                        * 1_024,
                module.millis("listener_idle_timeout_ms").orElse(IDLE),
                service(globals, "AuthService").filter(Manners::isAsked),
                service(globals, "RateLimitService"),
                module.text("default_label_domain").isEmpty() ? "ambassador" : module.text("default_label_domain"));
    }

    /** Only gRPC is spoken here; a service with an error answers for itself. */
    private static boolean isAsked(OutsideService authorizer) {
        return authorizer.broken()
                || new Settings(authorizer.settings()).text("proto").equals("grpc");
    }

    private static Optional<OutsideService> service(Globals globals, String kind) {
        return globals.services().stream()
                .filter(service -> service.kind().equals(kind))
                .findFirst();
    }
}
