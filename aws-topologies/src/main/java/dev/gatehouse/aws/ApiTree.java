package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PrivateAdmin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paths of one entry's API: only those of its models, and below them everything only where the model's own path is
 * a prefix. Ids are made of the path, so that a model may change its name without its path being made anew.
 */
final class ApiTree {
    private static final String GREEDY = "{proxy+}";

    private final Site site;
    private final Entry entry;
    private final Resource api;
    private final Exports behind;
    private final Optional<Resource> authorizer;
    private final boolean needsKey;
    private final Map<String, Value> nodes = new LinkedHashMap<>();
    private final List<Resource> made = new ArrayList<>();
    private final Map<String, Model> byPath = new LinkedHashMap<>();

    ApiTree(Site site, Entry entry, Resource api, Exports behind, Optional<Resource> authorizer, boolean needsKey) {
        this.site = site;
        this.entry = entry;
        this.api = api;
        this.behind = behind;
        this.authorizer = authorizer;
        this.needsKey = needsKey;
        nodes.put("", api.attribute("RootResourceId"));
        site.spec().modelsOf(entry).forEach(model -> byPath.putIfAbsent(bare(model.path()), model));
    }

    /** The paths and their methods. */
    List<Resource> resources() {
        byPath.forEach((path, model) -> {
            method(path, node(path), model, "");
            if (model.isPrefix()) {
                method(path + "/" + GREEDY, node(path + "/" + GREEDY), model, "/{proxy}");
            }
        });
        if (byPath.isEmpty()) {
            notFound("", "The entry serves no model, and an API without a method can't be deployed.");
        }
        site.spec()
                .requirement(PrivateAdmin.class, entry)
                .ifPresent(admin -> admin.paths().stream().sorted().forEach(this::hide));
        return List.copyOf(made);
    }

    /** A path without its last slash; the root is empty. */
    private static String bare(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private Value node(String path) {
        Value known = nodes.get(path);
        if (known != null) {
            return known;
        }
        int slash = path.lastIndexOf('/');
        Value parent = node(path.substring(0, slash));
        Resource node = add(
                path,
                Resource.of(id(path), "AWS::ApiGateway::Resource")
                        .with("ParentId", parent)
                        .with("PathPart", path.substring(slash + 1))
                        .with("RestApiId", api.identity()));
        nodes.put(path, node.identity());
        return node.identity();
    }

    private String id(String path) {
        String below = "/" + GREEDY;
        return path.endsWith(below)
                ? Names.joined(entry.name(), "Below", path.substring(0, path.length() - below.length()))
                : Names.joined(entry.name(), "Path", path);
    }

    private void method(String path, Value node, Model model, String rest) {
        Resource method = Resource.of(id(path) + "Any", "AWS::ApiGateway::Method")
                .with("HttpMethod", "ANY")
                .with("ResourceId", node)
                .with("RestApiId", api.identity());
        boolean checked = site.duty(HopKind.REST_API, Jwt.class, entry, model).isPresent()
                || TokenAuthorizers.namesConsumers(site, entry);
        if (checked && authorizer.isPresent()) {
            method = method.with("AuthorizationType", TokenAuthorizers.methodType(authorizer.get()))
                    .with("AuthorizerId", authorizer.get().identity());
        } else {
            method = method.with("AuthorizationType", "NONE");
        }
        if (needsKey) {
            method = method.with("ApiKeyRequired", true);
        }
        if (!rest.isEmpty()) {
            method = method.with("RequestParameters", Value.fields().with("method.request.path.proxy", true));
        }
        add(path, method.with("Integration", new Integrations(site, entry, behind).of(model, rest)));
    }

    /** A path that private-admin keeps from the internet, where a model's prefix would publish it. */
    private void hide(String path) {
        String hidden = bare(path);
        boolean published = byPath.entrySet().stream()
                .anyMatch(model -> model.getValue().isPrefix()
                        && hidden.startsWith(model.getKey() + "/")
                        && !byPath.containsKey(hidden));
        if (!published) {
            return;
        }
        String owed = "Owed to private-admin: not for the internet.";
        notFound(hidden, owed);
        if (path.endsWith("/")) {
            notFound(hidden + "/" + GREEDY, owed);
        }
    }

    private void notFound(String path, String because) {
        Resource method = Resource.of(id(path) + "Any", "AWS::ApiGateway::Method")
                .with("AuthorizationType", "NONE")
                .with("HttpMethod", "ANY")
                .with("Integration", Integrations.notFound())
                .with("MethodResponses", Value.list(Value.fields().with("StatusCode", "404")))
                .with("ResourceId", node(path))
                .with("RestApiId", api.identity())
                .because(because);
        add(path, method);
    }

    /** What belongs to the path of a model moves with it, if the stack must be split. */
    private Resource add(String path, Resource resource) {
        Optional<String> root = byPath.keySet().stream()
                .filter(model -> path.equals(model) || path.startsWith(model + "/"))
                .filter(model -> !model.isEmpty())
                .min((a, b) -> Integer.compare(a.length(), b.length()));
        Resource added = root.isPresent()
                ? site.add(Layers.RELEASE, entry.name() + " " + root.get(), resource)
                : site.add(Layers.EDGE, resource);
        made.add(added);
        return added;
    }
}
