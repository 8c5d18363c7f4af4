package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Hash;
import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PrivateAdmin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules of one listener where no ingress is behind the ALB: one for each model, by host, path and headers, and one
 * for each path that private-admin keeps from the internet. The longer path goes first: the priority follows from it
 * and from what the rule is for, never from a place in a list.
 */
final class AlbModelRules {
    private static final int FIRST_HIDDEN = 1;
    private static final int HIDDEN = 9_999;
    private static final int FIRST_MODEL = 10_001;
    private static final int MOST_SPECIFIC = 300;
    private static final int OF_ONE_LENGTH = 130;

    private final Site site;
    private final Resource listener;
    private final Set<Integer> taken = new HashSet<>();

    AlbModelRules(Site site, Resource listener) {
        this.site = site;
        this.listener = listener;
    }

    void of(Entry entry, AlbForwards forwards) {
        List<Model> models = site.spec().modelsOf(entry);
        for (Model model : models) {
            model(entry, model, forwards);
        }
        site.spec()
                .requirement(PrivateAdmin.class, entry)
                .ifPresent(admin -> admin.paths().stream()
                        .sorted()
                        .filter(path -> isPublished(models, path))
                        .forEach(path -> hidden(entry, path)));
    }

    private void model(Entry entry, Model model, AlbForwards forwards) {
        List<Value> conditions = new ArrayList<>(List.of(AlbRules.host(entry), AlbRules.paths(model.path())));
        new TreeMap<>(model.headers())
                .forEach((name, value) -> conditions.add(Value.fields()
                        .with("Field", "http-header")
                        .with(
                                "HttpHeaderConfig",
                                Value.fields()
                                        .with("HttpHeaderName", name)
                                        .with("Values", Value.list(Value.text(value))))));
        String id = listener.id() + Names.joined(entry.name(), "Model", model.name()) + "Rule";
        site.add(
                Layers.RELEASE,
                model.name(),
                Resource.of(id, "AWS::ElasticLoadBalancingV2::ListenerRule")
                        .with("ListenerArn", listener.identity())
                        .with("Priority", priority(FIRST_MODEL + vagueness(model) * OF_ONE_LENGTH, OF_ONE_LENGTH, id))
                        .with("Conditions", Value.list(conditions))
                        .with(
                                "Actions",
                                Value.list(AlbRules.forward(
                                        site.duty(HopKind.APPLICATION_LOAD_BALANCER, Jwt.class, entry, model),
                                        forwards.to(entry, model)))));
    }

    /** How far a model's path is from the longest: headers count for one character. */
    private static int vagueness(Model model) {
        int specific = 2 * model.path().length() + (model.headers().isEmpty() ? 0 : 1);
        return MOST_SPECIFIC - Math.min(specific, MOST_SPECIFIC);
    }

    /** Whether a model's prefix would publish a path that is no model's own. */
    private static boolean isPublished(List<Model> models, String path) {
        return models.stream().anyMatch(model -> model.isPrefix() && path.startsWith(model.path()))
                && models.stream().noneMatch(model -> model.path().equals(path));
    }

    private void hidden(Entry entry, String path) {
        String id = listener.id() + Names.joined(entry.name(), "Hidden", path) + "Rule";
        site.add(
                Layers.EDGE,
                Resource.of(id, "AWS::ElasticLoadBalancingV2::ListenerRule")
                        .with("ListenerArn", listener.identity())
                        .with("Priority", priority(FIRST_HIDDEN, HIDDEN, id))
                        .with("Conditions", Value.list(AlbRules.host(entry), AlbRules.paths(path)))
                        .with(
                                "Actions",
                                Value.list(Value.fields()
                                        .with("Type", "fixed-response")
                                        .with("FixedResponseConfig", AlbListeners.notFound())))
                        .because("Owed to private-admin: not for the internet."));
    }

    private long priority(int first, int room, String id) {
        int offset = Integer.parseInt(Hash.of(id, 7), 16) % room;
        while (!taken.add(first + offset)) {
            offset = (offset + 1) % room;
        }
        return first + (long) offset;
    }
}
