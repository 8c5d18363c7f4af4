package dev.gatehouse.lab;

import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.topology.EntryPath;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a client that keeps the rules calls a model of a lab: with the token, the key and the certificate that the entry
 * asks for.
 *
 * @param entry the entry's name
 * @param model the model's name
 * @param protocol what it speaks
 * @param method such as {@code POST}
 * @param scheme {@code https} or {@code http}
 * @param host what it writes into the Host header, and into the server name of TLS
 * @param address where it connects to
 * @param path of the request
 * @param headers what it sends besides: what tells models apart, a key, a token
 * @param certificate whether it must show a certificate
 * @param contentType of the request's body
 * @param edge the kind of hop that it connects to
 */
public record Client(
        String entry,
        String model,
        Protocol protocol,
        String method,
        String scheme,
        String host,
        InetSocketAddress address,
        String path,
        Map<String, String> headers,
        boolean certificate,
        String contentType,
        String edge) {
    /** Who a client says that it is, where tokens, keys or headers tell. */
    public static final String NAME = "gatehouse-client";

    /** Copies the headers, in their order. */
    public Client {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** One for each model at each of its entries, in the order of the spec. */
    public static List<Client> of(Lab lab) {
        List<Client> clients = new ArrayList<>();
        for (EntryPath path : lab.topology().paths()) {
            Entrance entrance = lab.entrance(path.entry().name());
            for (Model model : lab.topology().spec().modelsOf(path.entry())) {
                clients.add(new Client(
                        entrance.entry(),
                        model.name(),
                        model.protocol(),
                        model.protocol() == Protocol.WEBSOCKET ? "GET" : "POST",
                        entrance.scheme(),
                        entrance.host(),
                        entrance.address(model.name()),
                        InferenceMethod.path(model),
                        headers(lab, path, model),
                        lab.topology().needsClientCertificates(path.entry()),
                        contentType(model),
                        path.entrance().kind().id()));
            }
        }
        return List.copyOf(clients);
    }

    /** What a request to a model says that its body is. */
    public static String contentType(Model model) {
        return model.protocol() == Protocol.GRPC
                ? Grpc.CONTENT_TYPE
                : model.load().contentType().orElse("application/json");
    }

    private static Map<String, String> headers(Lab lab, EntryPath path, Model model) {
        PlatformSpec spec = lab.topology().spec();
        Map<String, String> headers = new LinkedHashMap<>(model.headers());
        lab.entrance(path.entry().name()).keys().values().stream()
                .findFirst()
                .ifPresent(key -> headers.put("x-api-key", key));
        spec.consumers()
                .identity(path.entry())
                .filter(identity -> identity.by() == Identity.By.HEADER)
                .ifPresent(identity -> headers.put(identity.value(), NAME));
        spec.requirement(Jwt.class, path.entry())
                .ifPresent(jwt -> headers.put("authorization", "Bearer " + token(lab, path, jwt)));
        return headers;
    }

    private static String token(Lab lab, EntryPath path, Jwt jwt) {
        Map<String, String> claims = new LinkedHashMap<>(Map.of("sub", NAME));
        lab.topology()
                .spec()
                .consumers()
                .identity(path.entry())
                .filter(identity -> identity.by() == Identity.By.JWT_CLAIM)
                .ifPresent(identity -> claims.put(identity.value(), NAME));
        return lab.tokens().token(jwt.issuer(), jwt.audience().get(0), claims);
    }
}
