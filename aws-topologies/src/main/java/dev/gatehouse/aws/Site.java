package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Draft;
import dev.gatehouse.aws.graph.Layer;
import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Output;
import dev.gatehouse.aws.graph.Parameter;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.ResourceTypes;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.topology.Keeping;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every hop needs to make its resources: the topology, the draft they go to, and the platform's tags. */
final class Site {
    private final Topology topology;
    private final Draft draft = new Draft();

    Site(Topology topology) {
        this.topology = topology;
    }

    Topology topology() {
        return topology;
    }

    PlatformSpec spec() {
        return topology.spec();
    }

    Draft draft() {
        return draft;
    }

    Resource add(Layer layer, Resource resource) {
        return draft.add(layer, tagged(resource));
    }

    Resource add(Layer layer, String key, Resource resource) {
        return draft.add(layer, key, tagged(resource));
    }

    void output(String name, String description, Value value) {
        draft.output(new Output(name, description, value));
    }

    /** A parameter that the platform's team gives. */
    Value ask(String name, String type, String description) {
        return draft.declare(Parameter.yours(name, type, description));
    }

    /** The resource with a name that changes exactly when it is replaced; another design's has another name. */
    Resource named(String slug, Resource resource) {
        return resource.with("Name", Names.physical(slug, topology.design().id(), resource, draft::resource));
    }

    /** What the hop of that kind keeps of this type of promise on an entry, for any of its models. */
    <R extends Requirement> Optional<R> duty(HopKind hop, Class<R> type, Entry entry) {
        return spec().modelsOf(entry).stream()
                .flatMap(model -> duty(hop, type, entry, model).stream())
                .findFirst();
    }

    /** What the hop of that kind keeps of this type of promise for a model on an entry. */
    <R extends Requirement> Optional<R> duty(HopKind hop, Class<R> type, Entry entry, Model model) {
        return spec().requirement(type, entry, model)
                .filter(requirement -> topology.keeping(requirement, entry)
                        .flatMap(Keeping::keeper)
                        .map(hop::equals)
                        .orElse(false));
    }

    /** The entries whose requests meet a hop of that kind, in the order of the spec. */
    List<Entry> entriesAt(HopKind hop) {
        return topology.paths().stream()
                .filter(path -> path.has(hop))
                .map(path -> path.entry())
                .toList();
    }

    private Resource tagged(Resource resource) {
        Optional<String> property = ResourceTypes.of(resource.type()).tags();
        if (property.isEmpty()) {
            return resource;
        }
        Map<String, Value> tags = new LinkedHashMap<>();
        if (resource.properties().get(property.get()) instanceof Value.Fields own) {
            tags.putAll(own.fields());
        }
        spec().tags().forEach((key, value) -> tags.putIfAbsent(key, Value.text(value)));
        tags.putIfAbsent("gatehouse:platform", Value.text(spec().name()));
        Resource untagged = resource.without(property.get());
        if (ResourceTypes.of(resource.type()).mapsTags()) {
            return untagged.with(property.get(), new Value.Fields(tags));
        }
        List<Value> pairs = new ArrayList<>();
        tags.forEach((key, value) -> pairs.add(Value.fields().with("Key", key).with("Value", value)));
        return untagged.with(property.get(), Value.list(pairs));
    }
}
