package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Hash;
import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Protocol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of one listener. A priority follows from what its rule is for and not from its place in a list: two rules
 * that swapped their numbers in one update would meet, and the update would fail.
 */
final class AlbRules {
    /** From narrow to wide: gRPC, then models whose tokens are checked alone, then the whole host. */
    private enum Width {
        GRPC_CHECKED(1),
        GRPC(10_001),
        CHECKED(20_001),
        HOST(30_001);

        private final int firstPriority;

        Width(int firstPriority) {
            this.firstPriority = firstPriority;
        }
    }

    private static final int PRIORITIES_OF_A_WIDTH = 10_000;

    private final Site site;
    private final Resource listener;
    private final Set<Integer> taken = new HashSet<>();

    AlbRules(Site site, Resource listener) {
        this.site = site;
        this.listener = listener;
    }

    void of(Entry entry, AlbForwards forwards) {
        List<Model> models = site.spec().modelsOf(entry);
        List<Model> checked =
                models.stream().filter(model -> jwt(entry, model).isPresent()).toList();
        boolean all = checked.size() == models.size() && !checked.isEmpty();
        Optional<Jwt> whole = all ? jwt(entry, checked.get(0)) : Optional.empty();
        Optional<Model> grpcModel = models.stream()
                .filter(model -> model.protocol() == Protocol.GRPC)
                .findFirst();
        Optional<Model> httpModel = models.stream()
                .filter(model -> model.protocol() != Protocol.GRPC)
                .findFirst();
        grpcModel.ifPresent(model ->
                add(Width.GRPC, entry, "Grpc", "", grpcConditions(), forward(whole, forwards.to(entry, model))));
        httpModel.ifPresent(
                model -> add(Width.HOST, entry, "", "", List.of(), forward(whole, forwards.to(entry, model))));
        if (all) {
            return;
        }
        for (Model model : checked) {
            boolean grpc = model.protocol() == Protocol.GRPC;
            List<Value> conditions = new ArrayList<>(grpc ? grpcConditions() : List.of());
            conditions.add(paths(model.path()));
            add(
                    grpc ? Width.GRPC_CHECKED : Width.CHECKED,
                    entry,
                    "Model",
                    model.name(),
                    conditions,
                    forward(jwt(entry, model), forwards.to(entry, model)));
        }
    }

    private Optional<Jwt> jwt(Entry entry, Model model) {
        return site.duty(HopKind.APPLICATION_LOAD_BALANCER, Jwt.class, entry, model);
    }

    private void add(
            Width width, Entry entry, String separator, String what, List<Value> conditions, List<Value> actions) {
        List<Value> all = new ArrayList<>();
        all.add(host(entry));
        all.addAll(conditions);
        String id = listener.id() + Names.joined(entry.name(), separator, what) + "Rule";
        site.add(
                Layers.EDGE,
                Resource.of(id, "AWS::ElasticLoadBalancingV2::ListenerRule")
                        .with("ListenerArn", listener.identity())
                        .with("Priority", priority(width, id))
                        .with("Conditions", Value.list(all))
                        .with("Actions", Value.list(actions)));
    }

    private static List<Value> grpcConditions() {
        return List.of(Value.fields()
                .with("Field", "http-header")
                .with(
                        "HttpHeaderConfig",
                        Value.fields()
                                .with("HttpHeaderName", "content-type")
                                .with("Values", Value.list(Value.text("application/grpc*")))));
    }

    /** Requests that name the entry's host. */
    static Value host(Entry entry) {
        return Value.fields()
                .with("Field", "host-header")
                .with("HostHeaderConfig", Value.field("Values", Value.list(Value.text(entry.host()))));
    }

    /** Requests of a path: with a slash at its end the prefix and its exact twin, else exactly this path. */
    static Value paths(String path) {
        Value patterns = path.endsWith("/")
                ? Value.list(Value.text(path.substring(0, path.length() - 1)), Value.text(path + "*"))
                : Value.list(Value.text(path));
        return Value.fields().with("Field", "path-pattern").with("PathPatternConfig", Value.field("Values", patterns));
    }

    /** Sends requests on, those with a token only once it is verified. */
    static List<Value> forward(Optional<Jwt> jwt, Value targets) {
        Value.Fields forward = Value.fields().with("Type", "forward").with("TargetGroupArn", targets);
        if (jwt.isEmpty()) {
            return List.of(forward);
        }
        Value check = Value.fields()
                .with("Type", "jwt-validation")
                .with("Order", 1)
                .with(
                        "JwtValidationConfig",
                        Value.fields()
                                .with("Issuer", jwt.get().issuer())
                                .with("JwksEndpoint", jwt.get().jwks())
                                .with(
                                        "AdditionalClaims",
                                        Value.list(Value.fields()
                                                .with("Format", "string-array")
                                                .with("Name", "aud")
                                                .with(
                                                        "Values",
                                                        Value.texts(jwt.get().audience())))));
        return List.of(check, forward.with("Order", 2));
    }

    private long priority(Width width, String id) {
        int first = width.firstPriority;
        int offset = Integer.parseInt(Hash.of(id, 7), 16) % (PRIORITIES_OF_A_WIDTH - 1);
        while (!taken.add(first + offset)) {
            offset = (offset + 1) % (PRIORITIES_OF_A_WIDTH - 1);
        }
        return first + (long) offset;
    }
}
