package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PrivateAdmin;
import dev.gatehouse.model.topology.Topology;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The routes of one entry's HTTP API: only the paths of its models, and below them everything only where the model's
 * own path is a prefix. The host that the backend sees is the entry's own, whatever the client wrote: the ingress tells
 * entries apart by it.
 */
final class HttpRoutes {
    private final Site site;
    private final Entry entry;
    private final Resource api;
    private final Exports behind;
    private final Optional<Resource> authorizer;
    private final Map<String, Model> byPath = new LinkedHashMap<>();

    HttpRoutes(Site site, Entry entry, Resource api, Exports behind, Optional<Resource> authorizer) {
        this.site = site;
        this.entry = entry;
        this.api = api;
        this.behind = behind;
        this.authorizer = authorizer;
        site.spec().modelsOf(entry).forEach(model -> byPath.putIfAbsent(bare(model.path()), model));
    }

    void add() {
        byPath.forEach((path, model) -> {
            Resource integration = add(path, integration(path, model));
            route(path, model, integration, "Path", path.isEmpty() ? "/" : path);
            if (model.isPrefix()) {
                route(path, model, integration, "Below", path + "/{proxy+}");
            }
        });
        site.spec()
                .requirement(PrivateAdmin.class, entry)
                .ifPresent(admin -> admin.paths().stream().sorted().forEach(this::hide));
    }

    private static String bare(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private Resource integration(String path, Model model) {
        Door door = behind.requiredDoor("http-api", entry, model);
        Value.Fields parameters = Value.fields().with("overwrite:header.Host", entry.host());
        Optional<String> subject = site.topology().certificateVariable(entry);
        if (subject.isPresent()) {
            parameters =
                    parameters.with("overwrite:header." + Topology.CERTIFICATE_SUBJECT_HEADER, "$" + subject.get());
        }
        Resource integration = Resource.of(id("Path", path) + "Integration", "AWS::ApiGatewayV2::Integration")
                .with("ApiId", api.identity())
                .with("ConnectionId", behind.requiredConnection("http-api"))
                .with("ConnectionType", "VPC_LINK")
                .with("IntegrationMethod", "ANY")
                .with("IntegrationType", "HTTP_PROXY")
                .with("IntegrationUri", door.listener())
                .with("PayloadFormatVersion", "1.0")
                .with("RequestParameters", parameters.with("overwrite:path", "$request.path"));
        Optional<Duration> total =
                site.topology().seam().ladder(model.name()).flatMap(ladder -> ladder.total(HopKind.HTTP_API));
        if (total.isPresent()) {
            integration = integration.with("TimeoutInMillis", total.get().toMillis());
        }
        return door.tls()
                ? integration.with("TlsConfig", Value.field("ServerNameToVerify", Value.text(entry.host())))
                : integration;
    }

    private void route(String path, Model model, Resource integration, String between, String pattern) {
        Resource route = Resource.of(id(between, path) + "Route", "AWS::ApiGatewayV2::Route")
                .with("ApiId", api.identity())
                .with("RouteKey", "ANY " + pattern)
                .with("Target", Value.joined(Value.text("integrations/"), integration.identity()));
        boolean checked = site.duty(HopKind.HTTP_API, Jwt.class, entry, model).isPresent();
        if (checked && authorizer.isPresent()) {
            route = route.with("AuthorizationType", HttpAuthorizers.routeType(authorizer.get()))
                    .with("AuthorizerId", authorizer.get().identity());
        } else {
            route = route.with("AuthorizationType", "NONE");
        }
        add(path, route);
    }

    /** A path that private-admin keeps from the internet, where a model's prefix would publish it. */
    private void hide(String path) {
        String hidden = bare(path);
        Optional<Map.Entry<String, Model>> publisher = byPath.entrySet().stream()
                .filter(model -> model.getValue().isPrefix()
                        && hidden.startsWith(model.getKey() + "/")
                        && !byPath.containsKey(hidden))
                .findFirst();
        if (publisher.isEmpty()) {
            return;
        }
        String root = publisher.get().getKey();
        refuse(root, hidden, "Path", hidden);
        if (path.endsWith("/")) {
            refuse(root, hidden, "Below", hidden + "/{proxy+}");
        }
    }

    private void refuse(String root, String hidden, String between, String pattern) {
        add(
                root,
                Resource.of(id(between, hidden) + "Route", "AWS::ApiGatewayV2::Route")
                        .with("ApiId", api.identity())
                        .with("AuthorizationType", "AWS_IAM")
                        .with("RouteKey", "ANY " + pattern)
                        .because("Owed to private-admin: not for the internet. An HTTP API has no answer of its own:"
                                + "\nwithout a target, and for nobody whom the account did not let in."));
    }

    private String id(String between, String path) {
        return Names.joined(entry.name(), between, path.isEmpty() ? "/" : path);
    }

    /** What belongs to the path of a model moves with it, if the stack must be split. */
    private Resource add(String path, Resource resource) {
        return path.isEmpty()
                ? site.add(Layers.RELEASE, resource)
                : site.add(Layers.RELEASE, entry.name() + " " + path, resource);
    }
}
